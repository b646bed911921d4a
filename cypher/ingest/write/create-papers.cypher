// Papers that are not there yet, with everything that hangs on them; authors, topics and organisations are there.
// $source: id; $at: when; $rows: id, properties, recordId, digest, given, references,
//   authors (id, properties), hidden (the same, of people who are not shown),
//   topics (id, method, score, evidence), organisations (ids)
MATCH (s:Source {id: $source})
UNWIND $rows AS row
CREATE (p:Paper {id: row.id})
SET p += row.properties
CREATE (p)-[:RECORDED_IN {recordId: row.recordId, at: $at, digest: row.digest, given: row.given,
                          references: row.references}]->(s)
WITH p, row
CALL (p, row) {
  UNWIND row.authors AS author
  MATCH (a:Author {id: author.id})
  CREATE (p)-[:AUTHORED_BY {position: author.properties.position, nameAsWritten: author.properties.nameAsWritten,
                            organisations: author.properties.organisations,
                            statedAuthor: author.properties.statedAuthor}]->(a)
}
CALL (p, row) {
  UNWIND row.hidden AS author
  MATCH (a:Suppressed {id: author.id})
  CREATE (p)-[r:AUTHORED_BY]->(a)
  SET r = author.properties
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
