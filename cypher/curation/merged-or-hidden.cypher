// Those of some authors who are merged into others, hidden or withdrawn, and why.
// $ids
// returns: id, end (id of the author it leads to; its own if nowhere), isHidden, by (the decision that hides that author, else the
//   decision or the source that retired the id)
UNWIND $ids AS id
MATCH (a:Retired|Suppressed {id: id})-[:REPLACED_BY*0..]->(last)
WHERE id STARTS WITH 'author:' AND NOT EXISTS { (last)-[:REPLACED_BY]->() }
RETURN id, last.id AS end, last:Suppressed AS isHidden,
       CASE WHEN last:Suppressed THEN head(COLLECT {
         MATCH (last)<-[:DECIDES]-(d:IdentityDecision {kind: 'SUPPRESSION'})
         WHERE d.undoneAt IS NULL
         RETURN d.id
       }) ELSE a.retiredBy END AS by
ORDER BY id
