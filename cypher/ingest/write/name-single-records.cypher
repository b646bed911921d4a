// Names the record of papers that have only one at all their edges, which do not name it yet, since another record is about
// to join.
// $ids: of papers
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[only:RECORDED_IN]->(s:Source)
WITH p, collect(s.id + ' ' + only.recordId) AS records
MATCH (p)-[r:AUTHORED_BY|CITES_TOPIC|FROM_ORGANISATION|PUBLISHED_IN|CITES]->()
WHERE r.records IS NULL
SET r.records = records
