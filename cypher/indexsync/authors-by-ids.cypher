// The authors that exist among some ids.
// $ids: list of author ids
// returns: id, name, nameKey, otherKeys (other folded names)
UNWIND $ids AS id
MATCH (a:Author {id: id})
WHERE a.nameKey IS NOT NULL
RETURN id, a.name AS name, a.nameKey AS nameKey,
       [key IN a.nameKeys WHERE key <> a.nameKey] AS otherKeys
