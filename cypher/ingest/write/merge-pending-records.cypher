// Writes records known only by the fingerprint of their abstract.
// $rows: id, source, recordId, abstractFingerprint, at
UNWIND $rows AS row
MATCH (s:Source {id: row.source})
MERGE (pending:PendingRecord {id: row.id})
SET pending.abstractFingerprint = row.abstractFingerprint
MERGE (pending)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
ON CREATE SET r.at = row.at
