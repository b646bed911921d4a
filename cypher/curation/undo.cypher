// Records that a decision is undone.
// $id; $at: ISO 8601
MATCH (d:IdentityDecision {id: $id})
SET d.undoneAt = $at
