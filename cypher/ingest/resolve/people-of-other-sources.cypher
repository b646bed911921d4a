// All people of other sources, and people without a source.
// $source: id of the source being loaded
// returns: id, nameKeys, orcid, isHidden
MATCH (a:Author|Suppressed)
WHERE EXISTS { (a)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source } OR NOT EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id, a.nameKeys AS nameKeys, a.orcid AS orcid, a:Suppressed AS isHidden
