// Derives the CO_AUTHOR edges that start at some authors, who have none, from their papers; an edge starts at the smaller id.
// $authors: ids; $maxAuthors: papers with more authors make no edges
UNWIND $authors AS id
MATCH (a:Author {id: id})<-[:AUTHORED_BY]-(p:Paper)
WITH a, p, COUNT { (p)-[:AUTHORED_BY]->() } AS listed
WITH a, p, CASE WHEN p.authorCount > listed THEN p.authorCount ELSE listed END AS n
WHERE n <= $maxAuthors
MATCH (p)-[:AUTHORED_BY]->(b:Author)
// The function keeps the planner from searching the index of ids, which seems free while the index is not sampled.
WHERE a.id < toString(b.id)
WITH a, b, count(p) AS papers, sum(1.0 / (n - 1)) AS fractional, min(p.year) AS firstYear, max(p.year) AS lastYear
CREATE (a)-[:CO_AUTHOR {papers: papers, fractional: fractional, firstYear: firstYear, lastYear: lastYear}]->(b)
