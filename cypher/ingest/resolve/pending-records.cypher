// Records that have no paper yet.
// returns: id, source, recordId, abstractFingerprint
MATCH (pending:PendingRecord)-[r:RECORDED_IN]->(s:Source)
RETURN pending.id AS id, s.id AS source, r.recordId AS recordId, pending.abstractFingerprint AS abstractFingerprint
ORDER BY id
