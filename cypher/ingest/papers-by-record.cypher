// Papers that records of a source became.
// $source: id; $records: list of record ids
// returns: recordId, id
UNWIND $records AS recordId
MATCH (p:Paper)-[r:RECORDED_IN]->(s:Source {id: $source})
WHERE r.recordId = recordId
RETURN recordId, p.id AS id
