// People of other sources whom this one names too.
// $source: id; $at: when; $rows: id, personKey (the source's key for them)
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
MERGE (a)-[r:RECORDED_IN {recordId: row.personKey}]->(s)
ON CREATE SET r.at = $at
