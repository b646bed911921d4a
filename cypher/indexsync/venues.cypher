// Venues in the order of folded names, then ids.
// $ids: list of venue ids, null for all
// returns: id, name, nameKey, otherKeys (folded acronyms)
MATCH (v:Venue)
WHERE $ids IS NULL OR v.id IN $ids
RETURN v.id AS id, v.name AS name, v.nameKey AS nameKey, [key IN v.nameKeys WHERE key <> v.nameKey] AS otherKeys
ORDER BY nameKey, id
