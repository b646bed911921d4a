// The papers of each source in the order of its records: by the part of a record's id before the last colon, then by the
// number after it, such as a line.
// $ids: list of source ids
// returns: of, paper (id)
UNWIND $ids AS of
MATCH (:Source {id: of})<-[r:RECORDED_IN]-(p:Paper)
WITH of, p, min(r.recordId) AS record, min(toIntegerOrNull(last(split(r.recordId, ':')))) AS number
RETURN of, p.id AS paper
ORDER BY of,
         CASE WHEN number IS NULL THEN record ELSE substring(record, 0, size(record) - size(last(split(record, ':')))) END,
         number, record, paper
