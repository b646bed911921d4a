// Decisions about authors, the latest first.
// $ids: of authors
// returns: of, id, kind, names, evidence, score, method, reason, at, undoneAt, authors (ids)
UNWIND $ids AS of
MATCH (a:Author {id: of})<-[:DECIDES]-(d:IdentityDecision)
RETURN of, d.id AS id, d.kind AS kind, d.names AS names, d.evidence AS evidence, d.score AS score, d.method AS method,
       d.reason AS reason, d.at AS at, d.undoneAt AS undoneAt,
       COLLECT { MATCH (d)-[r:DECIDES]->(b) RETURN b.id ORDER BY r.position, b.id } AS authors
ORDER BY of, d.at DESC, d.id
