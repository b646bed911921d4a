// Links authors of other sources to this one, which names them too.
// $source: id; $at: ISO 8601; $rows: id, personKey (the source's key for the author)
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
MERGE (a)-[r:RECORDED_IN {recordId: row.personKey}]->(s)
ON CREATE SET r.at = $at
