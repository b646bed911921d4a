// A decision, with the later ones about the same authors that stand.
// $id
// returns: kind, method, undoneAt, names, authors (ids in order), papers, variants, orcid, nameBefore, later (ids)
MATCH (d:IdentityDecision {id: $id})
CALL (d) {
  MATCH (d)-[r:DECIDES]->(a)
  WITH a.id AS author
  ORDER BY r.position, author
  RETURN collect(author) AS authors
}
RETURN d.kind AS kind, d.method AS method, d.undoneAt AS undoneAt, d.names AS names, authors,
       coalesce(d.papers, []) AS papers, coalesce(d.variantsBefore, []) AS variants, d.orcidBefore AS orcid, d.nameBefore AS nameBefore,
       COLLECT {
         MATCH (d)-[:DECIDES]->()<-[:DECIDES]-(other:IdentityDecision)
         WHERE other.sequence > coalesce(d.sequence, 0) AND other.undoneAt IS NULL
           AND CASE WHEN d.kind IN ['NAME', 'HIDDEN_NAME'] THEN d.kind = 'NAME' AND other.kind = 'NAME'
               ELSE NOT other.kind IN ['DIFFERENT', 'NAME', 'HIDDEN_NAME'] END
         RETURN DISTINCT other.id ORDER BY other.id
       } AS later
