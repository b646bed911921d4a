// Who wrote which paper.
// $rows: paper, author, position, nameAsWritten
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper}), (a:Author {id: row.author})
MERGE (p)-[r:AUTHORED_BY]->(a)
SET r.position = row.position, r.nameAsWritten = row.nameAsWritten
