// Everyone, in the order of folded names, then ids.
// returns: id, name, nameKey
MATCH (a:Author)
WHERE a.nameKey IS NOT NULL
RETURN a.id AS id, a.name AS name, a.nameKey AS nameKey
ORDER BY nameKey, id
