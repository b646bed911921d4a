// Everyone but those whom only the source that asks names.
// $source: id of the source that asks
// returns: id, nameKeys, orcid, isHidden
MATCH (a:Author|Suppressed)
WHERE EXISTS { (a)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source } OR NOT EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id, a.nameKeys AS nameKeys, a.orcid AS orcid, a:Suppressed AS isHidden
