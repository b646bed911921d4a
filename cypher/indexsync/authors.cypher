// All authors in the order of folded names, then ids.
// returns: id, name, nameKey, otherKeys (other folded names)
MATCH (a:Author)
WHERE a.nameKey IS NOT NULL
RETURN a.id AS id, a.name AS name, a.nameKey AS nameKey,
       [key IN a.nameKeys WHERE key <> a.nameKey] AS otherKeys
ORDER BY nameKey, id
