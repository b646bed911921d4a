// An author with fifty co-authors and the newest papers with their topics.
MATCH (a:Author {id: $author})
RETURN a {.id, .name,
  coAuthors: {edges: COLLECT {
    MATCH (a)-[r:CO_AUTHOR]-(b:Author)
    WITH r, b
    ORDER BY r.papers DESC, b.nameKey, b.id
    LIMIT 50
    RETURN r {.papers, .firstYear, .lastYear, node: b {.id, .name}}
  }},
  papers: {nodes: COLLECT {
    MATCH (a)<-[:AUTHORED_BY]-(p:Paper)
    WITH DISTINCT p
    ORDER BY coalesce(p.publishedOn, '') DESC, p.titleKey, p.id
    LIMIT 20
    RETURN p {.id, .title, .year, topics: COLLECT {
      MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
      WITH r, t
      ORDER BY r.score DESC, t.labelKey, t.id
      LIMIT 10
      RETURN r {.score, topic: t {.id, .label}}
    }}
  }}} AS author
