// Records decisions by rule that names are one author, or two.
// $rows: id, authors (ids), kind, names, evidence, score, method, at
UNWIND $rows AS row
MERGE (d:IdentityDecision {id: row.id})
ON CREATE SET d.at = row.at
SET d.kind = row.kind, d.names = row.names, d.evidence = row.evidence, d.score = row.score, d.method = row.method
WITH d, row
UNWIND row.authors AS author
MATCH (a:Author|Retired {id: author})
MERGE (d)-[:DECIDES]->(a)
