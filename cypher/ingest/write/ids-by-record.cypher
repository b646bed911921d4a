// The papers of all records of a source.
// $source: id
// returns: id, recordId
MATCH (:Source {id: $source})<-[r:RECORDED_IN]-(p:Paper)
RETURN p.id AS id, r.recordId AS recordId
