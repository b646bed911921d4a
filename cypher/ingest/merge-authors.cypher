// Authors by id.
// $rows: id, name, nameKey, nameKeys, variants, provenance (source, recordId), at
UNWIND $rows AS row
MERGE (a:Author {id: row.id})
SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = row.nameKeys, a.variants = row.variants
WITH a, row
UNWIND row.provenance AS record
MATCH (s:Source {id: record.source})
MERGE (a)-[r:RECORDED_IN {recordId: record.recordId}]->(s)
ON CREATE SET r.at = row.at
