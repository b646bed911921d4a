// Creates papers with their edges; authors, topics, organisations and venues are in the graph.
// $source: id; $at: ISO 8601; $rows: id, properties, categories, externalIds, recordId, digest, given, references,
//   authors (id, position, nameAsWritten, organisations, statedAuthor), hidden (the same, of authors who are not shown),
//   topics (id, method, score, evidence), organisations (ids), venues (ids)
MATCH (s:Source {id: $source})
UNWIND $rows AS row
CREATE (p:Paper {id: row.id})
SET p += row.properties,
    p.categories = CASE WHEN size(row.categories) > 0 THEN row.categories END,
    p.externalIds = CASE WHEN size(row.externalIds) > 0 THEN row.externalIds END
CREATE (p)-[:RECORDED_IN {recordId: row.recordId, at: $at, digest: row.digest, given: row.given,
                          references: row.references}]->(s)
WITH p, row
CALL (p, row) {
  UNWIND row.authors AS author
  MATCH (a:Author {id: author.id})
  CREATE (p)-[:AUTHORED_BY {position: author.position, nameAsWritten: author.nameAsWritten,
                            organisations: author.organisations, statedAuthor: author.statedAuthor}]->(a)
}
CALL (p, row) {
  UNWIND row.hidden AS author
  MATCH (a:Suppressed {id: author.id})
  CREATE (p)-[:AUTHORED_BY {position: author.position, nameAsWritten: author.nameAsWritten,
                            organisations: author.organisations, statedAuthor: author.statedAuthor}]->(a)
}
CALL (p, row) {
  UNWIND row.topics AS topic
  MATCH (t:Topic {id: topic.id})
  CREATE (p)-[:CITES_TOPIC {method: topic.method, score: topic.score, evidence: topic.evidence}]->(t)
}
CALL (p, row) {
  UNWIND row.organisations AS organisation
  MATCH (o:Organisation {id: organisation})
  CREATE (p)-[:FROM_ORGANISATION]->(o)
}
CALL (p, row) {
  UNWIND row.venues AS venue
  MATCH (v:Venue {id: venue})
  CREATE (p)-[:PUBLISHED_IN]->(v)
}
