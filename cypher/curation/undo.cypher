// Takes note that a decision holds no more.
// $id; $at: when
MATCH (d:IdentityDecision {id: $id})
SET d.undoneAt = $at
