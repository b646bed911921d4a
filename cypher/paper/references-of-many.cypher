// The papers that each paper cites.
// $ids: list of paper ids
// returns: of, papers (ids)
UNWIND $ids AS of
MATCH (:Paper {id: of})-[:CITES]->(p:Paper)
RETURN of, collect(p.id) AS papers
