// Stops matching topics that their vocabulary no longer has, and retires those that no paper has.
// $source: id; $at: ISO 8601; $ids
UNWIND $ids AS id
MATCH (t:Topic {id: id})
SET t.isMatched = false
WITH t
WHERE NOT EXISTS { (t)<-[:CITES_TOPIC]-() }
CALL (t) {
  MATCH (t)-[r]-()
  DELETE r
}
REMOVE t:Topic
SET t:Retired, t.retiredAt = $at, t.retiredBy = $source
