// The organisations with the strongest ties of the whole graph, and the strongest edges among them. Ties are not stored; the sum
// of an organisation's is the sum of the other organisations on its papers.
CALL () {
  MATCH (p:Paper)-[:FROM_ORGANISATION]->(o:Organisation)
  RETURN p, o.id AS id
  UNION
  MATCH (p:Paper)-[r:AUTHORED_BY]->()
  WHERE r.organisations IS NOT NULL
  UNWIND r.organisations AS id
  RETURN p, id
}
WITH p, collect(id) AS ids
WHERE size(ids) > 1
UNWIND ids AS id
WITH id, sum(size(ids) - 1) AS strength
ORDER BY strength DESC
LIMIT 200
MATCH (o:Organisation {id: id})
CALL (o) {
  CALL (o) {
    MATCH (o)<-[:FROM_ORGANISATION]-(p:Paper)
    RETURN p
    UNION
    MATCH (o)<-[:AFFILIATED_WITH]-(:Author)<-[r:AUTHORED_BY]-(p:Paper)
    WHERE o.id IN r.organisations
    RETURN p
  }
  RETURN collect(p) AS papers
}
WITH o, strength, papers
ORDER BY strength DESC, size(papers) DESC, o.nameKey, o.id
LIMIT 100
WITH collect({papers: size(papers), organisation: o {.id, .name}}) AS nodes, collect([o.id, papers]) AS kept
CALL (kept) {
  UNWIND kept AS one
  WITH one[0] AS id, one[1] AS papers
  UNWIND papers AS p
  WITH p, collect(id) AS on
  WHERE size(on) > 1
  WITH on, p.year AS year
  UNWIND range(0, size(on) - 2) AS i
  UNWIND range(i + 1, size(on) - 1) AS j
  WITH CASE WHEN on[i] < on[j] THEN [on[i], on[j]] ELSE [on[j], on[i]] END AS ends, count(*) AS papers,
       min(year) AS firstYear, max(year) AS lastYear
  ORDER BY papers DESC, ends
  RETURN collect({source: ends[0], target: ends[1], weight: 1.0 * papers, papers: papers, firstYear: firstYear,
                  lastYear: lastYear}) AS ties
}
CALL (ties) {
  // The strongest edge of each node stays whatever the limit.
  UNWIND CASE WHEN size(ties) > $maxEdges THEN range(0, size(ties) - 1) ELSE [] END AS i
  UNWIND [ties[i].source, ties[i].target] AS end
  WITH end, min(i) AS first
  RETURN collect(DISTINCT first) AS firsts
}
WITH nodes, ties, firsts + [i IN range(0, size(ties) - 1) WHERE NOT i IN firsts][..$maxEdges - size(firsts)] AS chosen
RETURN {
  nodes: nodes,
  edges: [i IN range(0, size(ties) - 1) WHERE size(ties) <= $maxEdges OR i IN chosen | ties[i]]
} AS organisationNetwork
