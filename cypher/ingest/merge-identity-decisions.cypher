// Spellings taken for one person, and why.
// $rows: id, author, kind, names, evidence, method, at
UNWIND $rows AS row
MATCH (a:Author {id: row.author})
MERGE (d:IdentityDecision {id: row.id})
ON CREATE SET d.at = row.at
SET d.kind = row.kind, d.names = row.names, d.evidence = row.evidence, d.method = row.method
MERGE (d)-[:DECIDES]->(a)
