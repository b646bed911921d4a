// Papers that cite some of what each paper cites.
// $ids: list of paper ids
// returns: of, id, shared, cited, citedByOther
UNWIND $ids AS of
MATCH (p:Paper {id: of})-[:CITES]->(:Paper)<-[:CITES]-(other:Paper)
WITH p, other, count(*) AS shared
RETURN p.id AS of, other.id AS id, shared, COUNT { (p)-[:CITES]->(:Paper) } AS cited,
       COUNT { (other)-[:CITES]->(:Paper) } AS citedByOther
