// People with some ORCIDs, but for those whom only the source that asks names.
// $source: id of the source that asks; $orcids: list
// returns: id, nameKeys, orcid, isHidden
UNWIND $orcids AS orcid
MATCH (a:Author {orcid: orcid})
WHERE EXISTS { (a)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source } OR NOT EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id, a.nameKeys AS nameKeys, a.orcid AS orcid, false AS isHidden
ORDER BY id
