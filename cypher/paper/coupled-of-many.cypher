// Papers with references in common with each paper, the thousand with most in common.
// $ids: list of paper ids
// returns: of, id, shared, cited, citedByOther
UNWIND $ids AS of
MATCH (p:Paper {id: of})
CALL (p) {
  MATCH (p)-[:CITES]->(:Paper)<-[:CITES]-(other:Paper)
  WITH other, count(*) AS shared
  ORDER BY shared DESC, other.id
  LIMIT 1000
  RETURN other, shared
}
RETURN of, other.id AS id, shared, COUNT { (p)-[:CITES]->(:Paper) } AS cited,
       COUNT { (other)-[:CITES]->(:Paper) } AS citedByOther
