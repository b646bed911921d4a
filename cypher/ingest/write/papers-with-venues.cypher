// Papers with the names of their venues.
// returns: id, venues (names), records (as edges name them)
MATCH (p:Paper)
WHERE p.venue IS NOT NULL
RETURN p.id AS id, [p.venue] + coalesce(p.otherVenues, []) AS venues,
       [(p)-[r:RECORDED_IN]->(s:Source) | s.id + ' ' + r.recordId] AS records
