// Derives the AFFILIATED_WITH edges of authors that have none from their papers.
// $authors: list of author ids
UNWIND $authors AS id
MATCH (a:Author {id: id})<-[r:AUTHORED_BY]-(p:Paper)
WHERE r.organisations IS NOT NULL
UNWIND r.organisations AS organisation
MATCH (o:Organisation {id: organisation})
WITH a, o, count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear
CREATE (a)-[:AFFILIATED_WITH {papers: papers, firstYear: firstYear, lastYear: lastYear}]->(o)
