// The newest papers on a topic, with their authors.
MATCH (t:Topic {id: $topic})
RETURN t {.id, .label, papers: {nodes: COLLECT {
  MATCH (t)<-[:CITES_TOPIC]-(p:Paper)
  WITH DISTINCT p
  ORDER BY coalesce(p.publishedOn, '') DESC, p.titleKey, p.id
  LIMIT 20
  RETURN p {.id, .title, authors: COLLECT {
    MATCH (p)-[r:AUTHORED_BY]->(a:Author)
    RETURN {author: a {.id, .name}}
    ORDER BY r.position IS NULL, r.position, a.nameKey, a.id
  }}
}}} AS topic
