// Organisations in the order of folded names, then ids.
// $ids: list of organisation ids, null for all
// returns: id, name, nameKey, otherKeys (other folded names), group
MATCH (o:Organisation)
WHERE $ids IS NULL OR o.id IN $ids
RETURN o.id AS id, o.name AS name, o.nameKey AS nameKey,
       [key IN coalesce(o.nameKeys, []) WHERE key <> o.nameKey] AS otherKeys, o.country AS group
ORDER BY nameKey, id
