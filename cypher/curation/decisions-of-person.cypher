// Decisions about a person, also a merged or hidden one, and about those who were merged into the person, the newest first.
// $person: id
// $kinds: null for all; $method: beginning of its name, null for all; $isUndone: null for both; $from, $to: ISO 8601, inclusive
// returns: id, kind, names, evidence, score, method, reason, at, undoneAt, authors (ids)
MATCH (:Author|Retired|Suppressed {id: $person})<-[:REPLACED_BY*0..]-()<-[:DECIDES]-(d:IdentityDecision)
WHERE d.at >= $from AND d.at <= $to
  AND ($kinds IS NULL OR d.kind IN $kinds) AND ($method IS NULL OR d.method STARTS WITH $method)
  AND ($isUndone IS NULL OR d.undoneAt IS NOT NULL = $isUndone)
WITH DISTINCT d
RETURN d.id AS id, d.kind AS kind, d.names AS names, d.evidence AS evidence, d.score AS score, d.method AS method,
       d.reason AS reason, d.at AS at, d.undoneAt AS undoneAt,
       COLLECT { MATCH (d)-[r:DECIDES]->(b) RETURN b.id ORDER BY r.position, b.id } AS authors
ORDER BY at DESC, id DESC
