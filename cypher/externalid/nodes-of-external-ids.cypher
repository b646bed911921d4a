// Nodes of external ids, or if none has an id, those that authors and others with it were merged into; an id that several nodes
// have matches none.
// $rows: requested, scheme, value
// returns: requested, id
UNWIND $rows AS row
WITH row, COLLECT {
  MATCH (n:Paper {doi: row.value})
  WHERE row.scheme = 'doi'
  RETURN n.id AS id
  UNION
  MATCH (n:Author {orcid: row.value})
  WHERE row.scheme = 'orcid'
  RETURN n.id AS id
  UNION
  MATCH (n:Organisation {ror: row.value})
  WHERE row.scheme = 'ror'
  RETURN n.id AS id
  UNION
  MATCH (n:Author|Organisation|Paper|Topic)-[r:RECORDED_IN]->(s:Source)
  WHERE r.recordId = row.value AND s.idScheme = row.scheme
  RETURN n.id AS id
  UNION
  MATCH (n:Author {id: 'author:' + row.scheme + ':' + row.value})
  RETURN n.id AS id
  UNION
  MATCH (n:Organisation {id: 'organisation:' + row.scheme + ':' + row.value})
  RETURN n.id AS id
  UNION
  MATCH (n:Paper {id: 'paper:' + row.scheme + ':' + row.value})
  RETURN n.id AS id
  UNION
  MATCH (n:Topic {id: 'topic:' + row.scheme + ':' + row.value})
  RETURN n.id AS id
} AS current
WITH row, current, COLLECT {
  MATCH (former:Retired {orcid: row.value})-[:REPLACED_BY*1..]->(n:Author)
  WHERE row.scheme = 'orcid' AND size(current) = 0
  RETURN n.id AS id
  UNION
  MATCH (former:Retired)-[r:RECORDED_IN]->(s:Source)
  WHERE r.recordId = row.value AND s.idScheme = row.scheme AND size(current) = 0
  MATCH (former)-[:REPLACED_BY*1..]->(n:Author)
  RETURN n.id AS id
  UNION
  UNWIND CASE WHEN size(current) = 0 THEN ['author', 'organisation', 'paper'] ELSE [] END AS kind
  MATCH (:Retired {id: kind + ':' + row.scheme + ':' + row.value})-[:REPLACED_BY*1..]->(n:Author|Organisation|Paper)
  RETURN n.id AS id
} AS former
WITH row.requested AS requested, CASE WHEN size(current) > 0 THEN current ELSE former END AS ids
WHERE size(ids) = 1
RETURN requested, ids[0] AS id
