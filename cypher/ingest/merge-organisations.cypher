// Organisations by id.
// $rows: id, name, nameKey, nameKeys, aliases, provenance (source, recordId), at
UNWIND $rows AS row
MERGE (o:Organisation {id: row.id})
SET o.name = row.name, o.nameKey = row.nameKey, o.nameKeys = row.nameKeys, o.aliases = row.aliases
WITH o, row
UNWIND row.provenance AS record
MATCH (s:Source {id: record.source})
MERGE (o)-[r:RECORDED_IN {recordId: record.recordId}]->(s)
ON CREATE SET r.at = row.at
