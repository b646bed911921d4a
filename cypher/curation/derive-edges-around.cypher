// Derives the CO_AUTHOR edges of some authors, who have none; an edge starts at the smaller id.
// $authors: ids; $maxAuthors: papers with more authors make no edges
UNWIND $authors AS id
MATCH (a:Author {id: id})<-[:AUTHORED_BY]-(p:Paper)
WITH a, p, COUNT { (p)-[:AUTHORED_BY]->() } AS listed
WITH a, p, CASE WHEN p.authorCount > listed THEN p.authorCount ELSE listed END AS n
WHERE n <= $maxAuthors
MATCH (p)-[:AUTHORED_BY]->(b:Author)
WHERE b.id <> a.id AND (a.id < b.id OR NOT b.id IN $authors)
WITH a, b, count(p) AS papers, sum(1.0 / (n - 1)) AS fractional, min(p.year) AS firstYear, max(p.year) AS lastYear
WITH CASE WHEN a.id < b.id THEN a ELSE b END AS x, CASE WHEN a.id < b.id THEN b ELSE a END AS y,
     papers, fractional, firstYear, lastYear
CREATE (x)-[:CO_AUTHOR {papers: papers, fractional: fractional, firstYear: firstYear, lastYear: lastYear}]->(y)
