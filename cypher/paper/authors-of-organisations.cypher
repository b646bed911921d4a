// Authors who give each organisation on selected papers: most papers first, then by folded name.
// $ids: list of organisation ids; $selected: list of paper ids, null for all
// returns: of, author (id)
UNWIND $ids AS of
MATCH (:Organisation {id: of})<-[:AFFILIATED_WITH]-(a:Author)<-[r:AUTHORED_BY]-(p:Paper)
WHERE of IN r.organisations AND ($selected IS NULL OR p.id IN $selected)
WITH of, a, count(p) AS papers
RETURN of, a.id AS author
ORDER BY of, papers DESC, a.nameKey, author
