// A paper with its authors and topics.
MATCH (p:Paper {id: $paper})
RETURN p {.id, .title, .year, .venue,
  authors: COLLECT {
    MATCH (p)-[r:AUTHORED_BY]->(a:Author)
    RETURN r {.position, author: a {.id, .name}}
    ORDER BY r.position IS NULL, r.position, a.nameKey, a.id
  },
  topics: COLLECT {
    MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
    RETURN r {.score, .method, topic: t {.id, .label}}
    ORDER BY r.score DESC, t.labelKey, t.id
    LIMIT 20
  }} AS paper
