// An author's network of depth 2: those whom a random walk of two steps reaches most, and the strongest edges among them.
MATCH (a:Author {id: $author})
CALL (a) {
  MATCH (a)-[r:CO_AUTHOR]-(y:Author)
  RETURN collect([y, r.papers]) AS steps, collect(y) AS near, sum(r.papers) AS total
}
CALL (a, steps, near, total) {
  CALL (a, steps, near, total) {
    UNWIND steps AS step
    RETURN step[0] AS x, 1.0 * step[1] / total AS reach
    UNION ALL
    UNWIND steps AS step
    WITH a, near, step[0] AS y, 1.0 * step[1] / total AS share
    CALL (y) {
      MATCH (y)-[s:CO_AUTHOR]-(x:Author)
      RETURN collect([x, s.papers]) AS further, sum(s.papers) AS all
    }
    UNWIND further AS step
    WITH a, near, step[0] AS x, share * step[1] / all AS part
    WHERE x <> a AND NOT x IN near
    RETURN x, sum(part) AS reach
  }
  WITH x, reach
  ORDER BY round(reach, 12) DESC, COUNT { (x)<-[:AUTHORED_BY]-() } DESC, x.nameKey, x.id
  LIMIT 149
  RETURN collect(x) AS reached
}
WITH [a] + reached AS kept
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
