// Pairs of some people who are different people by a decision that stands, or by undoing one that merged them.
// $ids: of people
// returns: left, right (ids)
UNWIND $ids AS id
MATCH (a:Author|Retired|Suppressed {id: id})<-[:DECIDES]-(d:IdentityDecision)-[:DECIDES]->(b)
WHERE a.id < b.id AND b.id IN $ids
  AND (d.kind = 'DIFFERENT' AND d.undoneAt IS NULL OR d.kind = 'MERGE' AND d.undoneAt IS NOT NULL)
RETURN DISTINCT a.id AS left, b.id AS right
