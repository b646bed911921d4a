// Source records of authors, papers and organisations.
// $ids: of authors, papers and organisations
// returns: of, source, recordId (the shown name where it is a spelling that a curator hid), at
UNWIND $ids AS of
CALL (of) {
  MATCH (n:Author {id: of})-[r:RECORDED_IN]->(s:Source)
  RETURN CASE WHEN n:HidesName AND r.recordId IN n.hiddenVariants THEN n.name ELSE r.recordId END AS recordId,
         r.at AS at, s.name AS source
  UNION
  MATCH (n:Paper {id: of})-[r:RECORDED_IN]->(s:Source)
  RETURN r.recordId AS recordId, r.at AS at, s.name AS source
  UNION
  MATCH (n:Organisation {id: of})-[r:RECORDED_IN]->(s:Source)
  RETURN r.recordId AS recordId, r.at AS at, s.name AS source
}
RETURN of, source, recordId, at
ORDER BY of, source, recordId
