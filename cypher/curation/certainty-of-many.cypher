// What tells that the papers of authors are one person's, and how many other authors are shown under the same folded name.
// $ids: of authors
// returns: of, certainty (IDS, EVIDENCE or NAME_ALONE), namesakes
UNWIND $ids AS of
MATCH (a:Author {id: of})
RETURN of,
       CASE
         WHEN a.orcid IS NOT NULL OR EXISTS {
           MATCH (a)-[r:RECORDED_IN]->(s:Source)
           WHERE s.idScheme IS NOT NULL AND NOT r.recordId CONTAINS ' @ '
             AND NOT r.recordId IN a.variants AND NOT r.recordId IN coalesce(a.hiddenVariants, [])
         } THEN 'IDS'
         WHEN EXISTS { MATCH (a)<-[:DECIDES]-(d:IdentityDecision)
                       WHERE d.undoneAt IS NULL AND NOT d.kind IN ['NAME', 'HIDDEN_NAME', 'SUPPRESSION']
                         AND NOT d.method STARTS WITH 'similar-names' } THEN 'EVIDENCE'
         ELSE 'NAME_ALONE'
       END AS certainty,
       COUNT { MATCH (b:Author {nameKey: a.nameKey}) WHERE b.id <> a.id } AS namesakes
