// Organisations that a source names for papers.
// $ids: list of paper ids
// returns: of, organisation
UNWIND $ids AS of
MATCH (:Paper {id: of})-[:FROM_ORGANISATION]->(o:Organisation)
RETURN of, o.id AS organisation
ORDER BY of, o.nameKey, organisation
