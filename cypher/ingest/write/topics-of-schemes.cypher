// The topics of some schemes.
// $schemes: names
// returns: id
MATCH (t:Topic)
WHERE t.scheme IN $schemes
RETURN t.id AS id
ORDER BY id
