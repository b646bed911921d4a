// Standing decisions by which two of some authors are different people.
// $ids
// returns: id
MATCH (a:Author)<-[:DECIDES]-(d:IdentityDecision {kind: 'DIFFERENT'})-[:DECIDES]->(b:Author)
WHERE a.id IN $ids AND b.id IN $ids AND a.id < b.id AND d.undoneAt IS NULL
RETURN DISTINCT d.id AS id
ORDER BY id
