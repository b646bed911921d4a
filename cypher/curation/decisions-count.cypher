// Number of decisions about the identity of authors.
// $kinds: null for all; $method: beginning of its name, null for all; $isUndone: null for both; $from, $to: ISO 8601, inclusive
// returns: decisions
MATCH (d:IdentityDecision)
WHERE d.at >= $from AND d.at <= $to
  AND ($kinds IS NULL OR d.kind IN $kinds) AND ($method IS NULL OR d.method STARTS WITH $method)
  AND ($isUndone IS NULL OR d.undoneAt IS NOT NULL = $isUndone)
RETURN count(d) AS decisions
