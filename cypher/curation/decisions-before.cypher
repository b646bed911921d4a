// Decisions about the identity of authors, also of hidden ones, the newest first.
// $kinds: null for all; $method: beginning of its name, null for all; $isUndone: null for both; $from, $to: ISO 8601, inclusive;
// $beforeAt, $beforeId: of a decision before which they are in time; $afterAt, $afterId: of one after which they are; $limit
// returns: id, kind, names, evidence, score, method, reason, at, undoneAt, authors (ids)
MATCH (d:IdentityDecision)
WHERE d.at >= $from AND d.at <= $to AND d.id IS NOT NULL
  AND (d.at < $beforeAt OR d.at = $beforeAt AND d.id < $beforeId) AND (d.at > $afterAt OR d.at = $afterAt AND d.id > $afterId)
  AND ($kinds IS NULL OR d.kind IN $kinds) AND ($method IS NULL OR d.method STARTS WITH $method)
  AND ($isUndone IS NULL OR d.undoneAt IS NOT NULL = $isUndone)
WITH d
ORDER BY d.at DESC, d.id DESC
LIMIT $limit
RETURN d.id AS id, d.kind AS kind, d.names AS names, d.evidence AS evidence, d.score AS score, d.method AS method,
       d.reason AS reason, d.at AS at, d.undoneAt AS undoneAt,
       COLLECT { MATCH (d)-[r:DECIDES]->(b) RETURN b.id ORDER BY r.position, b.id } AS authors
ORDER BY at DESC, id DESC
