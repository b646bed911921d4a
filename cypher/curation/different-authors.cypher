// Standing decisions by which two of some authors, or people who were merged into them, are different people.
// $ids
// returns: id
UNWIND $ids AS id
MATCH (a:Author {id: id})<-[:REPLACED_BY*0..]-()<-[:DECIDES]-(d:IdentityDecision {kind: 'DIFFERENT'})
WHERE d.undoneAt IS NULL
WITH d, count(DISTINCT a) AS people
WHERE people > 1
RETURN d.id AS id
ORDER BY id
