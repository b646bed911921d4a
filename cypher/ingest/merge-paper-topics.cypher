// What papers are about, one edge for each paper, topic and method.
// $rows: paper, topic, method, score, evidence
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper}), (t:Topic {id: row.topic})
MERGE (p)-[r:CITES_TOPIC {method: row.method}]->(t)
SET r.score = row.score, r.evidence = row.evidence
