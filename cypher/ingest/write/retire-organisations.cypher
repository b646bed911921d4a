// Organisations that a source deleted and no paper names.
// $source: id; $at: when; $rows: id
UNWIND $rows AS row
MATCH (o:Organisation {id: row.id})
WHERE NOT EXISTS { (o)<-[:AFFILIATED_WITH|FROM_ORGANISATION]-() }
CALL (o) {
  MATCH (o)-[r]-()
  DELETE r
}
REMOVE o:Organisation
SET o:Retired, o.retiredAt = $at, o.retiredBy = $source
