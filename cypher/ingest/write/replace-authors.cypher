// Merges authors that a source took for two and now takes for one: the survivor gets everything of the other one. Decisions
// about the other one, and the ids that lead to it, stay.
// $source: id; $at: ISO 8601; $rows: id, survivor
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (a:Author {id: row.id}), (survivor:Author {id: row.survivor})
CALL (a, survivor) {
  MATCH (p:Paper)-[old:AUTHORED_BY]->(a)
  MERGE (p)-[new:AUTHORED_BY]->(survivor)
  ON CREATE SET new = properties(old)
  DELETE old
}
CALL (a, survivor) {
  MATCH (a)-[old:RECORDED_IN]->(s:Source)
  MERGE (survivor)-[new:RECORDED_IN {recordId: old.recordId}]->(s)
  ON CREATE SET new.at = old.at
  DELETE old
}
CALL (a) {
  MATCH (a)<-[:ABOUT]-(m:ReportedMetric)
  DETACH DELETE m
}
CALL (a) {
  MATCH (a)-[derived:CO_AUTHOR|AFFILIATED_WITH]-()
  DELETE derived
}
SET survivor.variants = survivor.variants + [each IN a.variants WHERE NOT each IN survivor.variants]
FOREACH (hides IN CASE WHEN a:HidesName THEN [true] ELSE [] END |
  SET survivor:HidesName, survivor.hiddenVariants = coalesce(survivor.hiddenVariants, []) + a.hiddenVariants)
REMOVE a:Author
SET a:Retired, a.retiredAt = $at, a.retiredBy = $source
MERGE (a)-[:REPLACED_BY]->(survivor)
