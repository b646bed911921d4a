// Organisations that a source deleted and no paper names.
// $source: id; $at: when; $rows: recordId
UNWIND $rows AS row
MATCH (o:Organisation)-[recorded:RECORDED_IN]->(:Source {id: $source})
WHERE recorded.recordId = row.recordId AND NOT EXISTS { (o)<-[:AFFILIATED_WITH|FROM_ORGANISATION]-() }
CALL (o) {
  MATCH (o)-[r]-()
  DELETE r
}
REMOVE o:Organisation
SET o:Retired, o.retiredAt = $at, o.retiredBy = $source
