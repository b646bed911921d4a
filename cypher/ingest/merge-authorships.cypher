// Who wrote which paper.
// $rows: paper, author, position, nameAsWritten
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper}), (a:Author {id: row.author})
MERGE (p)-[r:AUTHORED_BY]->(a)
SET r.position = row.position, r.nameAsWritten = row.nameAsWritten
