// Organisations that a source names for each paper or its authors.
// $ids: list of paper ids
// returns: of, organisation
UNWIND $ids AS of
MATCH (p:Paper {id: of})
CALL (p) {
  MATCH (p)-[:FROM_ORGANISATION]->(o:Organisation)
  RETURN o
  UNION
  MATCH (p)-[r:AUTHORED_BY]->(:Author)
  UNWIND r.organisations AS id
  MATCH (o:Organisation {id: id})
  RETURN o
}
RETURN of, o.id AS organisation
ORDER BY of, o.nameKey, organisation
