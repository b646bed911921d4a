// Papers with their authors, organisations, venues and topics.
// $ids: list of paper ids, null for all
// returns: id, title (folded), year, published, citations, stated, complete, type, categories, authors (each id, null if hidden, and ids of
//   organisations, null without), organisations and venues (ids), topics (each id, method and score), records (each id of the source and of the record)
CALL () {
  UNWIND CASE WHEN $ids IS NULL THEN [true] ELSE [] END AS every
  MATCH (p:Paper)
  RETURN p
  UNION ALL
  UNWIND $ids AS id
  MATCH (p:Paper {id: id})
  RETURN p
}
RETURN p.id AS id, p.titleKey AS title, p.year AS year, p.publishedOn AS published, p.citationCount AS citations,
       p.authorCount AS stated, p.authorsComplete AS complete,
       p.type AS type, p.categories AS categories,
       [(p)-[r:AUTHORED_BY]->(a) | [CASE WHEN a:Author THEN a.id END, r.organisations]] AS authors,
       [(p)-[:FROM_ORGANISATION]->(o:Organisation) | o.id] AS organisations,
       [(p)-[:PUBLISHED_IN]->(v:Venue) | v.id] AS venues,
       [(p)-[r:CITES_TOPIC]->(t:Topic) | [t.id, r.method, r.score]] AS topics,
       [(p)-[r:RECORDED_IN]->(s:Source) | [s.id, r.recordId]] AS records
