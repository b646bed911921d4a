// Associations of topics, one edge a pair.
// $rows: one, other
UNWIND $rows AS row
MATCH (one:Topic {id: row.one}), (other:Topic {id: row.other})
MERGE (one)-[:RELATED]->(other)
