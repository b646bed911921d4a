// Papers that records of a source became.
// $source: id; $records: list of record ids
// returns: recordId, id, digest, given, givenByOthers (a list, one for each other record)
UNWIND $records AS recordId
MATCH (p:Paper)-[r:RECORDED_IN]->(:Source {id: $source})
WHERE r.recordId = recordId
RETURN recordId, p.id AS id, r.digest AS digest, r.given AS given,
       COLLECT { MATCH (p)-[other:RECORDED_IN]->() WHERE other <> r RETURN coalesce(other.given, 0) } AS givenByOthers
