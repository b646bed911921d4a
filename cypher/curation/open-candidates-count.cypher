// Number of pairs of authors who may be one person.
// $method: beginning of the rule's name, null for all; $minScore: null for all
// returns: candidates
MATCH (d:IdentityDecision)
WHERE d.rank > '' AND ($method IS NULL OR d.method STARTS WITH $method) AND ($minScore IS NULL OR d.score >= $minScore)
  AND COUNT { (d)-[:DECIDES]->(:Author) } = 2
RETURN count(d) AS candidates
