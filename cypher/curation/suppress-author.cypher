// Hides an author; papers keep their edges, and with them their number of authors.
// $author: id
// returns: papers (ids)
MATCH (a:Author {id: $author})
CALL (a) {
  MATCH (a)-[derived:CO_AUTHOR|AFFILIATED_WITH]-()
  DELETE derived
}
REMOVE a:Author
SET a:Suppressed
RETURN [(p:Paper)-[:AUTHORED_BY]->(a) | p.id] AS papers
