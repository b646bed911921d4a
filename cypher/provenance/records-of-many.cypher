// Source records of authors, papers and organisations.
// $ids: of authors, papers and organisations
// returns: of, source, recordId, at
UNWIND $ids AS of
CALL (of) {
  MATCH (n:Author {id: of})-[r:RECORDED_IN]->(s:Source) RETURN r, s
  UNION
  MATCH (n:Paper {id: of})-[r:RECORDED_IN]->(s:Source) RETURN r, s
  UNION
  MATCH (n:Organisation {id: of})-[r:RECORDED_IN]->(s:Source) RETURN r, s
}
RETURN of, s.name AS source, r.recordId AS recordId, r.at AS at
ORDER BY of, source, recordId
