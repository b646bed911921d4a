// Nodes of external ids; an id that several nodes have matches none.
// $rows: requested, scheme, value
// returns: requested, id
UNWIND $rows AS row
CALL (row) {
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
  UNWIND ['author', 'organisation', 'paper'] AS kind
  MATCH (:Retired {id: kind + ':' + row.scheme + ':' + row.value})-[:REPLACED_BY*1..20]->(n:Author|Organisation|Paper)
  RETURN n.id AS id
  UNION
  MATCH (n:Topic {id: 'topic:' + row.scheme + ':' + row.value})
  RETURN n.id AS id
}
WITH row.requested AS requested, collect(id) AS ids
WHERE size(ids) = 1
RETURN requested, ids[0] AS id
