// Authors of each paper in order, those of unknown position last.
// $ids: list of paper ids
// returns: of, author, position, nameAsWritten (null for a spelling that a curator hid), organisations (ids),
//   records (source id, space, record id; none if the paper has only one)
UNWIND $ids AS of
MATCH (:Paper {id: of})-[r:AUTHORED_BY]->(a:Author)
RETURN of, a.id AS author, r.position AS position,
       CASE WHEN NOT (a:HidesName AND r.nameAsWritten IN a.hiddenVariants) THEN r.nameAsWritten END AS nameAsWritten,
       coalesce(r.organisations, []) AS organisations, coalesce(r.records, []) AS records
ORDER BY of, position IS NULL, position, a.nameKey, author
