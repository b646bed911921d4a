// The records of a source that have references, by the source's own record ids.
// $source: id
// returns: id (of the paper), recordId, references
MATCH (:Source {id: $source})<-[r:RECORDED_IN]-(p:Paper)
WHERE r.references IS NOT NULL
RETURN p.id AS id, r.recordId AS recordId, r.references AS references
