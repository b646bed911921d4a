// The authors with the strongest ties of the whole graph, and the strongest edges among them.
MATCH (a:Author)-[r:CO_AUTHOR]-()
WITH a, sum(r.papers) AS strength
ORDER BY strength DESC, COUNT { (a)<-[:AUTHORED_BY]-() } DESC, a.nameKey, a.id
LIMIT 60
WITH collect(a) AS kept
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
  UNWIND CASE WHEN size(ties) > $maxEdges THEN range(0, size(ties) - 1) ELSE [] END AS i
  UNWIND [ties[i].source, ties[i].target] AS end
  WITH end, min(i) AS first
  RETURN collect(DISTINCT first) AS firsts
}
WITH kept, ties, firsts + [i IN range(0, size(ties) - 1) WHERE NOT i IN firsts][..$maxEdges - size(firsts)] AS chosen
RETURN {
  nodes: [x IN kept | {papers: COUNT { (x)<-[:AUTHORED_BY]-() }, author: x {.id, .name}}],
  edges: [i IN range(0, size(ties) - 1) WHERE size(ties) <= $maxEdges OR i IN chosen | ties[i]]
} AS collaborationNetwork
