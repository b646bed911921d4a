// Papers by id.
// $rows: id, properties, provenance (source, recordId), at
UNWIND $rows AS row
MERGE (p:Paper {id: row.id})
SET p += row.properties
WITH p, row
UNWIND row.provenance AS record
MATCH (s:Source {id: record.source})
MERGE (p)-[r:RECORDED_IN {recordId: record.recordId}]->(s)
ON CREATE SET r.at = row.at
