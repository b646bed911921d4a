// A page of the papers that each paper cites: latest year first, then by title.
// $ids: list of paper ids; $skip, $limit, $withTotal
// returns: of, papers, total
UNWIND $ids AS of
MATCH (citing:Paper {id: of})
CALL (citing) {
  MATCH (citing)-[:CITES]->(p:Paper)
  WITH p
  ORDER BY p.year IS NULL, p.year DESC, p.titleKey, p.id
  SKIP $skip LIMIT $limit
  RETURN collect(p) AS papers
}
RETURN of, papers, CASE WHEN $withTotal THEN COUNT { (citing)-[:CITES]->(:Paper) } END AS total
