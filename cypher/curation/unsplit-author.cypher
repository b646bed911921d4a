// Gives everything of an author who was split off back.
// $author, $new, $decision: ids; $variants: what the author had before; $at: ISO 8601
// returns: papers (ids of those that moved back)
// allow: CartesianProduct because each side is one row
MATCH (a:Author {id: $author}), (n:Author {id: $new})
CALL (a, n) {
  MATCH (p:Paper)-[old:AUTHORED_BY]->(n)
  CREATE (p)-[new:AUTHORED_BY]->(a)
  SET new = properties(old), new.statedAuthor = nullIf(coalesce(old.statedAuthor, n.id), a.id)
  DELETE old
  RETURN collect(p.id) AS papers
}
CALL (n) {
  MATCH (n)-[derived:CO_AUTHOR|AFFILIATED_WITH]-()
  DELETE derived
}
SET a.variants = $variants + [each IN a.variants + n.variants WHERE NOT each IN $variants]
REMOVE n:Author
SET n:Retired, n.retiredAt = $at, n.retiredBy = $decision
MERGE (n)-[:REPLACED_BY]->(a)
RETURN papers
