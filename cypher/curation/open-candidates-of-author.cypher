// Pairs of an author and another one who may be one person, the highest rank first; see rank-candidates.
// $author: id; $method: beginning of the rule's name, null for all; $minScore: null for all
// returns: rank, id, names, evidence, score, method, at, papersAtStake, authors (ids)
MATCH (:Author {id: $author})<-[:DECIDES]-(d:IdentityDecision {kind: 'REFUSAL'})
WHERE d.rank IS NOT NULL
  AND ($method IS NULL OR d.method STARTS WITH $method) AND ($minScore IS NULL OR d.score >= $minScore)
  AND COUNT { (d)-[:DECIDES]->(:Author) } = 2
RETURN d.rank AS rank, d.id AS id, d.names AS names, d.evidence AS evidence, d.score AS score, d.method AS method, d.at AS at,
       d.papersAtStake AS papersAtStake, COLLECT { MATCH (d)-[:DECIDES]->(a:Author) RETURN a.id ORDER BY a.id } AS authors
ORDER BY rank
