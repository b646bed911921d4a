// Retires organisations that a source deleted and no paper names.
// $source: id; $at: ISO 8601; $ids
UNWIND $ids AS id
MATCH (o:Organisation {id: id})
WHERE NOT EXISTS { (o)<-[:AFFILIATED_WITH|FROM_ORGANISATION]-() }
CALL (o) {
  MATCH (o)-[r]-()
  DELETE r
}
REMOVE o:Organisation
SET o:Retired, o.retiredAt = $at, o.retiredBy = $source
