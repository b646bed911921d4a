// Whether anything was ever loaded.
// returns: loaded
RETURN EXISTS { (:Paper) } AS loaded
