// Source records of papers, with the keys by which edges name them.
// $ids: of papers
// returns: of, key (source id, space, record id), source, recordId, at
UNWIND $ids AS of
MATCH (:Paper {id: of})-[r:RECORDED_IN]->(s:Source)
RETURN of, s.id + ' ' + r.recordId AS key, s.name AS source, r.recordId AS recordId, r.at AS at
ORDER BY of, source, recordId, s.id
