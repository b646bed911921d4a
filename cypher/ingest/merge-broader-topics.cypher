// Hierarchy of topics.
// $rows: narrower, broader
UNWIND $rows AS row
MATCH (narrower:Topic {id: row.narrower}), (broader:Topic {id: row.broader})
MERGE (narrower)-[:BROADER]->(broader)
