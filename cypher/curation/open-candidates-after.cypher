// Pairs of authors who may be one person, the highest rank first; see rank-candidates.
// $after, $before: ranks between which they are; $method: beginning of the rule's name, null for all; $minScore: null for all;
// $limit
// returns: rank, id, names, evidence, score, method, at, papersAtStake, authors (ids)
MATCH (d:IdentityDecision)
WHERE d.rank > $after AND d.rank < $before
  AND ($method IS NULL OR d.method STARTS WITH $method) AND ($minScore IS NULL OR d.score >= $minScore)
  AND COUNT { (d)-[:DECIDES]->(:Author) } = 2
WITH d
ORDER BY d.rank
LIMIT $limit
RETURN d.rank AS rank, d.id AS id, d.names AS names, d.evidence AS evidence, d.score AS score, d.method AS method, d.at AS at,
       d.papersAtStake AS papersAtStake, COLLECT { MATCH (d)-[:DECIDES]->(a:Author) RETURN a.id ORDER BY a.id } AS authors
ORDER BY rank
