// Some authors and their co-authors.
// $authors: ids
// returns: id
UNWIND $authors AS author
MATCH (a:Author {id: author})
OPTIONAL MATCH (a)<-[:AUTHORED_BY]-(:Paper)-[:AUTHORED_BY]->(other:Author)
UNWIND [a, other] AS each
WITH DISTINCT each
WHERE each IS NOT NULL
RETURN each.id AS id
