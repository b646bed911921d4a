// Derives the CO_AUTHOR edges of some authors from their papers.
// $authors: list of author ids; $maxAuthors: papers with more authors make no edges
UNWIND $authors AS id
MATCH (a:Author {id: id})<-[:AUTHORED_BY]-(p:Paper)-[:AUTHORED_BY]->(b:Author)
WITH a, b, p, COUNT { (p)-[:AUTHORED_BY]->() } AS listed
WITH a, b, p, CASE WHEN p.authorCount > listed THEN p.authorCount ELSE listed END AS n
WHERE n <= $maxAuthors
WITH CASE WHEN a.id < b.id THEN a ELSE b END AS one, CASE WHEN a.id < b.id THEN b ELSE a END AS other, p, n
WITH DISTINCT one, other, p, n
WITH one, other, count(p) AS papers, sum(1.0 / (n - 1)) AS fractional, min(p.year) AS firstYear, max(p.year) AS lastYear
MERGE (one)-[edge:CO_AUTHOR]->(other)
SET edge.papers = papers, edge.fractional = fractional, edge.firstYear = firstYear, edge.lastYear = lastYear
