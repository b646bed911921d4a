// An author's network of depth 1: the closest co-authors, and the strongest edges among all of them.
MATCH (a:Author {id: $author})
WITH [a] + COLLECT {
  MATCH (a)-[r:CO_AUTHOR]-(x:Author)
  WITH x, r.papers AS joint
  ORDER BY joint DESC, COUNT { (x)<-[:AUTHORED_BY]-() } DESC, x.nameKey, x.id
  LIMIT 149
  RETURN x
} AS kept
CALL (kept) {
  UNWIND kept AS x
  MATCH (x)-[r:CO_AUTHOR]->(y)
  WHERE y IN kept
  WITH r, CASE WHEN x.id < y.id THEN [x.id, y.id] ELSE [y.id, x.id] END AS ends
  ORDER BY r.papers DESC, ends
  RETURN collect(r {.papers, .firstYear, .lastYear, source: ends[0], target: ends[1], weight: 1.0 * r.papers}) AS ties
}
CALL (ties) {
  // The strongest edge of each node stays whatever the limit.
  UNWIND CASE WHEN size(ties) > 1500 THEN range(0, size(ties) - 1) ELSE [] END AS i
  UNWIND [ties[i].source, ties[i].target] AS end
  WITH end, min(i) AS first
  RETURN collect(DISTINCT first) AS firsts
}
WITH kept, ties, firsts + [i IN range(0, size(ties) - 1) WHERE NOT i IN firsts][..1500 - size(firsts)] AS chosen
RETURN {
  nodes: [x IN kept | {papers: COUNT { (x)<-[:AUTHORED_BY]-() }, author: x {.id, .name}}],
  edges: [i IN range(0, size(ties) - 1) WHERE size(ties) <= 1500 OR i IN chosen | ties[i]]
} AS collaborationNetwork
