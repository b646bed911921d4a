// Organisations of each author, most papers first.
// $ids: list of author ids
// returns: of, organisation, papers, firstYear, lastYear
UNWIND $ids AS of
MATCH (:Author {id: of})-[r:AFFILIATED_WITH]->(o:Organisation)
RETURN of, o.id AS organisation, r.papers AS papers, r.firstYear AS firstYear, r.lastYear AS lastYear
ORDER BY of, papers DESC, o.nameKey, organisation
