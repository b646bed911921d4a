// Records of a source that cite, with what they cite by the source's own ids.
// $source: id
// returns: id (of the paper), recordId, references
MATCH (:Source {id: $source})<-[r:RECORDED_IN]-(p:Paper)
WHERE r.references IS NOT NULL
RETURN p.id AS id, r.recordId AS recordId, r.references AS references
