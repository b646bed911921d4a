// Updates papers to what a record says now. What other records say as well stays as they say it; edges of papers with
// several records name theirs.
// $source: id; $at: ISO 8601; $rows: id, properties, isShared, categories, externalIds, recordId, record, digest, given,
//   references, metrics (ids), authors (id, position, nameAsWritten, organisations, statedAuthor: null leaves what a
//   curator has set), hidden (the same, of authors who are not shown), topics (id, method, score, evidence),
//   organisations (ids), venues (ids)
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
SET p += row.properties
WITH s, row, p, CASE WHEN row.isShared THEN coalesce(p.categories, []) ELSE [] END AS categories,
     CASE WHEN row.isShared THEN coalesce(p.externalIds, []) ELSE [] END AS externalIds
WITH s, row, p, categories + [each IN row.categories WHERE NOT each IN categories] AS categories,
     externalIds + [each IN row.externalIds WHERE NOT each IN externalIds] AS externalIds
SET p.categories = CASE WHEN size(categories) > 0 THEN categories END,
    p.externalIds = CASE WHEN size(externalIds) > 0 THEN externalIds END
MERGE (p)-[recorded:RECORDED_IN {recordId: row.recordId}]->(s)
ON CREATE SET recorded.at = $at
SET recorded.digest = row.digest, recorded.given = row.given, recorded.references = row.references
WITH s, p, row
CALL (p, row) {
  UNWIND row.authors AS author
  OPTIONAL MATCH (p)-[:AUTHORED_BY {statedAuthor: author.id}]->(other:Author|Suppressed)
  MATCH (a:Author {id: coalesce(other.id, author.id)})
  MERGE (p)-[r:AUTHORED_BY]->(a)
  SET r += CASE WHEN coalesce(r.records, [row.record]) = [row.record]
           THEN {position: author.position, nameAsWritten: author.nameAsWritten, organisations: author.organisations,
                 statedAuthor: coalesce(author.statedAuthor, r.statedAuthor)} ELSE {} END
  SET r.records = CASE WHEN row.isShared THEN [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record END
}
CALL (p, row) {
  UNWIND row.hidden AS author
  MATCH (a:Suppressed {id: author.id})
  MERGE (p)-[r:AUTHORED_BY]->(a)
  SET r += {position: author.position, nameAsWritten: author.nameAsWritten, organisations: author.organisations,
            statedAuthor: coalesce(author.statedAuthor, r.statedAuthor)}
  SET r.records = CASE WHEN row.isShared THEN [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record END
}
CALL (p, row) {
  UNWIND row.topics AS topic
  MATCH (t:Topic {id: topic.id})
  MERGE (p)-[r:CITES_TOPIC {method: topic.method}]->(t)
  SET r += CASE WHEN coalesce(r.records, [row.record]) = [row.record]
           THEN {score: topic.score, evidence: topic.evidence} ELSE {} END
  SET r.records = CASE WHEN row.isShared THEN [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record END
}
CALL (p, row) {
  UNWIND row.organisations AS organisation
  MATCH (o:Organisation {id: organisation})
  MERGE (p)-[r:FROM_ORGANISATION]->(o)
  SET r.records = CASE WHEN row.isShared THEN [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record END
}
CALL (p, row) {
  UNWIND row.venues AS venue
  MATCH (v:Venue {id: venue})
  MERGE (p)-[r:PUBLISHED_IN]->(v)
  SET r.records = CASE WHEN row.isShared THEN [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record END
}
CALL (s, p, row) {
  MATCH (p)<-[:ABOUT]-(m:ReportedMetric)-[:REPORTED_BY]->(s)
  WHERE NOT m.id IN row.metrics
  DETACH DELETE m
}
