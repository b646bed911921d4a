// Takes a mined term away from its papers and out of all answers; its node stays, so that it is not offered again.
// $id; $properties: of the node
MATCH (t:Topic|Suppressed {id: $id})
CALL (t) {
  MATCH (t)-[r]-()
  DELETE r
}
REMOVE t:Topic
SET t:Suppressed
SET t += $properties
