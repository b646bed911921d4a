// Links topics to broader ones.
// $rows: narrower, broader
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (narrower:Topic {id: row.narrower}), (broader:Topic {id: row.broader})
MERGE (narrower)-[:BROADER]->(broader)
