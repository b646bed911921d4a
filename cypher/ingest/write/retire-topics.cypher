// Topics that are in their vocabulary no more, of which those that no paper has are none any more.
// $source: id; $at: when; $rows: id
UNWIND $rows AS row
MATCH (t:Topic {id: row.id})
SET t.isMatched = false
WITH t
WHERE NOT EXISTS { (t)<-[:CITES_TOPIC]-() }
CALL (t) {
  MATCH (t)-[r]-()
  DELETE r
}
REMOVE t:Topic
SET t:Retired, t.retiredAt = $at, t.retiredBy = $source
