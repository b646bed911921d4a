// What orders and counts the organisations of a network.
// $selected: list of paper ids, null for all
// returns: id, nameKey, papers
MATCH (o:Organisation)
CALL (o) {
  MATCH (o)<-[:FROM_ORGANISATION]-(p:Paper)
  WHERE $selected IS NULL OR p.id IN $selected
  RETURN p
  UNION
  MATCH (o)<-[:AFFILIATED_WITH]-(:Author)<-[r:AUTHORED_BY]-(p:Paper)
  WHERE ($selected IS NULL OR p.id IN $selected) AND o.id IN r.organisations
  RETURN p
}
RETURN o.id AS id, o.nameKey AS nameKey, count(p) AS papers
