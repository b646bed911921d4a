// Associations of topics, one edge a pair.
// $rows: one, other
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (one:Topic {id: row.one}), (other:Topic {id: row.other})
MERGE (one)-[:RELATED]->(other)
