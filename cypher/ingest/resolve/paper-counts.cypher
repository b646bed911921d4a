// The number of papers that people and organisations have in other sources.
// $source: id of the source being loaded; $ids: of people and organisations
// returns: id, papers
UNWIND $ids AS id
MATCH (x:Author|Organisation {id: id})<-[r:AUTHORED_BY|FROM_ORGANISATION]-(p:Paper)
WHERE CASE WHEN r.records IS NULL THEN EXISTS { (p)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source }
      ELSE any(record IN r.records WHERE NOT record STARTS WITH $source + ' ') END
RETURN id, count(p) AS papers
