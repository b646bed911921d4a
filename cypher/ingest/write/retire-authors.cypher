// Retires authors whom a source deleted and no paper names; decisions about them stay.
// $source: id; $at: ISO 8601; $ids
UNWIND $ids AS id
MATCH (a:Author {id: id})
WHERE NOT EXISTS { (a)<-[:AUTHORED_BY]-() }
CALL (a) {
  MATCH (a)<-[:ABOUT]-(m:ReportedMetric)
  DETACH DELETE m
}
CALL (a) {
  MATCH (a)-[r:AFFILIATED_WITH|CO_AUTHOR|RECORDED_IN]-()
  DELETE r
}
REMOVE a:Author
SET a:Retired, a.retiredAt = $at, a.retiredBy = $source
