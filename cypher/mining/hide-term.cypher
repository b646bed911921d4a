// Removes a mined term from its papers and from all answers; its node stays, so that it is not offered again.
// $id; $properties: of the node
MATCH (t:Topic|Suppressed {id: $id})
CALL (t) {
  MATCH (t)-[r]-()
  DELETE r
}
REMOVE t:Topic
SET t:Suppressed
SET t += $properties
