// Associates topics, by one edge for each pair.
// $rows: left, right (the smaller id first)
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (left:Topic {id: row.left}), (right:Topic {id: row.right})
MERGE (left)-[:RELATED]->(right)
