// Authors who give each organisation on papers: most papers first, then by folded name.
// $ids: list of organisation ids
// returns: of, author (id)
UNWIND $ids AS of
MATCH (:Organisation {id: of})<-[r:AFFILIATED_WITH]-(a:Author)
RETURN of, a.id AS author
ORDER BY of, r.papers DESC, a.nameKey, author
