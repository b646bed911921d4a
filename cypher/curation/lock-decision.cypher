// Locks the authors of a decision, merged and hidden ones too, until the transaction ends, so that a later decision about them
// is seen.
// $id
MATCH (:IdentityDecision {id: $id})-[:DECIDES]->(a)
WITH a ORDER BY a.id
SET a.isBeingCurated = true
REMOVE a.isBeingCurated
