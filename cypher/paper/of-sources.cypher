// A page of the papers of each source, in the order of its records: by the part of a record's id
// before the last colon, then by the number after it, such as a line.
// $ids: list of source ids; $skip, $limit, $withTotal
// returns: of, papers, total
UNWIND $ids AS of
MATCH (s:Source {id: of})
CALL (s) {
  MATCH (s)<-[r:RECORDED_IN]-(p:Paper)
  WITH p, min(r.recordId) AS record, min(toIntegerOrNull(last(split(r.recordId, ':')))) AS place
  ORDER BY CASE WHEN place IS NULL THEN record ELSE substring(record, 0, size(record) - size(last(split(record, ':')))) END,
           place, record, p.id
  SKIP $skip LIMIT $limit
  RETURN collect(p) AS papers
}
RETURN of, papers,
       CASE WHEN $withTotal THEN COUNT { MATCH (s)<-[:RECORDED_IN]-(p:Paper) RETURN DISTINCT p } ELSE 0 END AS total
