// Everyone at some organisations of a source.
// $source: id; $records: list of record ids
// returns: id
UNWIND $records AS recordId
MATCH (o:Organisation)-[recorded:RECORDED_IN]->(:Source {id: $source})
WHERE recorded.recordId = recordId
MATCH (a:Author)-[:AFFILIATED_WITH]->(o)
RETURN DISTINCT a.id AS id
