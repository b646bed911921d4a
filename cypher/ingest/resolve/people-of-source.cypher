// People of a source, with its own key for each.
// $source: id
// returns: personKey, id, stated (id of the retired person who was merged into that one; null for others), isHidden
MATCH (a:Author|Retired|Suppressed)-[r:RECORDED_IN]->(:Source {id: $source})
OPTIONAL MATCH (a)-[:REPLACED_BY*1..]->(survivor:Author|Suppressed)
WITH r, a, coalesce(survivor, a) AS person
RETURN r.recordId AS personKey, person.id AS id, CASE WHEN person <> a THEN a.id END AS stated, person:Suppressed AS isHidden
