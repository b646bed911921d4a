// Hashes of all keys.
// returns: hash
MATCH (k:ApiKey)
RETURN k.hash AS hash
