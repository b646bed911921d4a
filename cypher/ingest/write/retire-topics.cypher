// Topics that are in their vocabulary no more, of which those that no paper has are none any more.
// $source: id; $at: when; $ids
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
