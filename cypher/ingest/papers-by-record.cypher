// Papers that records of a source became.
// $source: id; $records: list of record ids
// returns: recordId, id, isOwn (no other source says anything of it)
UNWIND $records AS recordId
MATCH (p:Paper)-[r:RECORDED_IN]->(s:Source {id: $source})
WHERE r.recordId = recordId
RETURN recordId, p.id AS id, NOT EXISTS { MATCH (p)-[:RECORDED_IN]->(other:Source) WHERE other <> s } AS isOwn
