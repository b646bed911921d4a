// People of other sources with some ORCIDs.
// $source: id of the source being loaded; $orcids: list
// returns: id, nameKeys, orcid, isHidden
UNWIND $orcids AS orcid
MATCH (a:Author {orcid: orcid})
WHERE EXISTS { (a)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source } OR NOT EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id, a.nameKeys AS nameKeys, a.orcid AS orcid, false AS isHidden
ORDER BY id
