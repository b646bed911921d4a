// Gives a paper the provenance of the pending record that is about it.
// $rows: pending, paper
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (pending:PendingRecord {id: row.pending})-[waiting:RECORDED_IN]->(s:Source), (p:Paper {id: row.paper})
MERGE (p)-[r:RECORDED_IN {recordId: waiting.recordId}]->(s)
ON CREATE SET r.at = waiting.at
DETACH DELETE pending
