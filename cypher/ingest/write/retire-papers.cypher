// Retires papers: the id stays and leads to the paper that replaced it.
// $source: id; $at: ISO 8601; $rows: id, survivor (id or null)
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
CALL (p) {
  MATCH (p)<-[:ABOUT]-(m:ReportedMetric)
  DETACH DELETE m
}
CALL (p) {
  MATCH (p)-[r]-()
  DELETE r
}
REMOVE p:Paper
SET p:Retired, p.retiredAt = $at, p.retiredBy = $source
WITH p, row
MATCH (survivor:Paper {id: row.survivor})
MERGE (p)-[:REPLACED_BY]->(survivor)
