// Withdraws records of papers that have other records too.
// $source: id; $rows: id, recordId, record
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
CALL (p, row) {
  MATCH (p)-[recorded:RECORDED_IN {recordId: row.recordId}]->(:Source {id: $source})
  DELETE recorded
}
CALL (p, row) {
  MATCH (p)-[r:AUTHORED_BY|CITES_TOPIC|FROM_ORGANISATION|PUBLISHED_IN|CITES]->()
  WHERE row.record IN r.records
  SET r.records = [each IN r.records WHERE each <> row.record]
  WITH r
  WHERE size(r.records) = 0
  DELETE r
}
