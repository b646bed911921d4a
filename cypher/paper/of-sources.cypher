// A page of the papers of each source, in the order of its records: by what stands before the last colon of a record's id, then
// by the number after it, such as a line.
// $ids: list of source ids; $skip, $limit, $withTotal
// returns: of, papers, total
UNWIND $ids AS of
CALL (of) {
  MATCH (:Source {id: of})<-[r:RECORDED_IN]-(p:Paper)
  WITH p, min(r.recordId) AS record
  WITH p, record, toIntegerOrNull(last(split(record, ':'))) AS place
  ORDER BY CASE WHEN place IS NULL THEN record ELSE split(record, ':')[0] END, place, record, p.id
  WITH collect(p) AS theirs
  RETURN theirs[$skip..$skip + $limit] AS papers, CASE WHEN $withTotal THEN size(theirs) ELSE 0 END AS total
}
RETURN of, papers, total
