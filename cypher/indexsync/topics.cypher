// Topics in the order of folded labels, then ids.
// $ids: list of topic ids, null for all
// returns: id, name, nameKey, otherKeys (other folded labels), group, broader (ids)
MATCH (t:Topic)
WHERE $ids IS NULL OR t.id IN $ids
RETURN t.id AS id, t.label AS name, t.labelKey AS nameKey,
       [key IN coalesce(t.labelKeys, []) WHERE key <> t.labelKey] AS otherKeys, t.scheme AS group,
       [(t)-[:BROADER]->(above:Topic) | above.id] AS broader
ORDER BY nameKey, id
