// Links papers with their venues, which are in the graph. Edges of papers with several records name all of them.
// $rows: id, venues (ids), records
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
UNWIND row.venues AS venue
MATCH (v:Venue {id: venue})
MERGE (p)-[r:PUBLISHED_IN]->(v)
SET r.records = CASE WHEN size(row.records) > 1 THEN row.records END
