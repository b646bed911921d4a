// Authors who give each organisation on some papers: most papers first, then by folded name.
// $rows: list of {id (organisation), papers (ids)}
// returns: of, author (id)
UNWIND $rows AS row
UNWIND row.papers AS id
MATCH (p:Paper {id: id})-[r:AUTHORED_BY]->(a:Author)
WHERE row.id IN r.organisations
WITH row.id AS of, a, count(p) AS papers
RETURN of, a.id AS author
ORDER BY of, papers DESC, a.nameKey, author
