// Merges organisations that a source took for two and now takes for one: the survivor gets everything of the other one.
// $source: id; $at: ISO 8601; $rows: id, survivor
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (o:Organisation {id: row.id}), (survivor:Organisation {id: row.survivor})
CALL (o, survivor) {
  MATCH (o)<-[:FROM_ORGANISATION]-(:Paper)-[r:AUTHORED_BY]->(:Author)
  WHERE o.id IN r.organisations
  SET r.organisations = [each IN r.organisations WHERE NOT each IN [o.id, survivor.id]] + survivor.id
}
CALL (o, survivor) {
  MATCH (p:Paper)-[old:FROM_ORGANISATION]->(o)
  MERGE (p)-[new:FROM_ORGANISATION]->(survivor)
  ON CREATE SET new = properties(old)
}
CALL (o) {
  MATCH (o)<-[:ABOUT]-(m:ReportedMetric)
  DETACH DELETE m
}
CALL (o) {
  MATCH (o)-[r]-()
  DELETE r
}
SET survivor.aliases = survivor.aliases + [each IN o.aliases WHERE NOT each IN survivor.aliases],
    survivor.nameKeys = survivor.nameKeys + [each IN o.nameKeys WHERE NOT each IN survivor.nameKeys]
REMOVE o:Organisation
SET o:Retired, o.retiredAt = $at, o.retiredBy = $source
MERGE (o)-[:REPLACED_BY]->(survivor)
