// Authors who may be the same person: names that fit and some evidence, or the same folded name; without pairs that a curator
// marked as different, or people who were merged into them.
// $ids: of authors
// returns: of, candidate, evidence, score (null where the name is all)
UNWIND $ids AS of
MATCH (a:Author {id: of})
CALL (a) {
  MATCH (a)<-[:DECIDES]-(d:IdentityDecision {kind: 'REFUSAL'})-[:DECIDES]->(b:Author)
  WHERE b.id <> a.id
  RETURN b, d.evidence AS evidence, d.score AS score
  UNION ALL
  MATCH (b:Author {nameKey: a.nameKey})
  WHERE b.id <> a.id
  RETURN b, ['same folded name'] AS evidence, null AS score
}
WITH of, a, b, collect({evidence: evidence, score: score}) AS found
WHERE NOT EXISTS {
  MATCH (a)<-[:REPLACED_BY*0..]-()<-[:DECIDES]-(d:IdentityDecision {kind: 'DIFFERENT'})-[:DECIDES]->()-[:REPLACED_BY*0..]->(b)
  WHERE d.undoneAt IS NULL
}
RETURN of, b.id AS candidate, reduce(all = [], each IN found | all + each.evidence) AS evidence,
       reduce(best = null, each IN found | CASE WHEN best IS NULL OR each.score > best THEN each.score ELSE best END) AS score
ORDER BY of, score IS NULL, score DESC, candidate
