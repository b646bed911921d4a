// Indicators of each author.
// $ids: list of author ids
// returns: of, papers, coAuthors, firstYear, lastYear, citations (descending), incomplete
UNWIND $ids AS of
MATCH (a:Author {id: of})
CALL (a) {
  OPTIONAL MATCH (a)<-[:AUTHORED_BY]-(p:Paper)
  WITH p ORDER BY p.citationCount DESC
  RETURN count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear, collect(p.citationCount) AS citations,
         count(CASE WHEN NOT p.authorsComplete THEN 1 END) AS incomplete
}
RETURN of, papers, COUNT { (a)-[:CO_AUTHOR]-() } AS coAuthors, firstYear, lastYear, citations, incomplete
