// Metrics that sources report about authors and papers.
// $ids: of authors and papers
// returns: of, name, value, source, observedOn
UNWIND $ids AS of
CALL (of) {
  MATCH (m:ReportedMetric)-[:ABOUT]->(:Author {id: of}) RETURN m
  UNION
  MATCH (m:ReportedMetric)-[:ABOUT]->(:Paper {id: of}) RETURN m
}
MATCH (m)-[:REPORTED_BY]->(s:Source)
RETURN of, m.name AS name, m.value AS value, s.name AS source, m.observedOn AS observedOn
ORDER BY of, name, source
