// Authors of each paper in order, those of unknown position last.
// $ids: list of paper ids
// returns: of, author, position, nameAsWritten, organisations (ids),
//   records (source id, space, record id; none if the paper has only one)
UNWIND $ids AS of
MATCH (:Paper {id: of})-[r:AUTHORED_BY]->(a:Author)
RETURN of, a.id AS author, r.position AS position, r.nameAsWritten AS nameAsWritten,
       coalesce(r.organisations, []) AS organisations, coalesce(r.records, []) AS records
ORDER BY of, position IS NULL, position, a.nameKey, author
