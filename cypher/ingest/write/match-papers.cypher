// Adds topics found in the texts of papers and deletes those no longer found.
// $rows: id, gone (ids of topics), topics (id, method, score, evidence, records)
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
CALL (p, row) {
  MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
  WHERE t.id IN row.gone AND r.method <> 'ASSERTED'
  DELETE r
}
CALL (p, row) {
  UNWIND row.topics AS topic
  MATCH (t:Topic {id: topic.id})
  MERGE (p)-[r:CITES_TOPIC {method: topic.method}]->(t)
  SET r.score = topic.score, r.evidence = topic.evidence, r.records = coalesce(r.records, topic.records)
}
