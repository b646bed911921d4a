// Deletes the hierarchy and associations that topics no longer have.
// $rows: id, broader, related (ids)
UNWIND $rows AS row
CALL (row) {
  MATCH (:Topic {id: row.id})-[r:BROADER]->(other:Topic)
  WHERE NOT other.id IN row.broader
  DELETE r
}
CALL (row) {
  MATCH (:Topic {id: row.id})-[r:RELATED]-(other:Topic)
  WHERE NOT other.id IN row.related
  DELETE r
}
