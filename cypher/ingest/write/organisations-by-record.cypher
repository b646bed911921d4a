// The organisations of some records of a source.
// $source: id; $records: record ids
// returns: recordId, id
UNWIND $records AS recordId
MATCH (o:Organisation)-[recorded:RECORDED_IN]->(:Source {id: $source})
WHERE recorded.recordId = recordId
RETURN recordId, o.id AS id
