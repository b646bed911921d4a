// The topics on most joint papers with a topic, and the strongest edges among all of them by association strength.
MATCH (given:Topic {id: $topic})
WITH [given] + COLLECT {
  MATCH (given)<-[r:CITES_TOPIC]-(p:Paper)
  WHERE r.method <> 'MINED'
  WITH DISTINCT p
  MATCH (p)-[s:CITES_TOPIC]->(t:Topic)
  WHERE s.method <> 'MINED' AND t <> given AND t.scheme = given.scheme
  WITH t, count(DISTINCT p) AS joint
  WHERE joint >= 2
  WITH t, joint, COUNT { MATCH (t)<-[q:CITES_TOPIC]-(p:Paper) WHERE q.method <> 'MINED' RETURN DISTINCT p } AS papers
  ORDER BY joint DESC, papers DESC, t.labelKey, t.id
  LIMIT 99
  RETURN t
} AS kept
UNWIND kept AS t
WITH kept, t, COUNT { MATCH (t)<-[q:CITES_TOPIC]-(p:Paper) WHERE q.method <> 'MINED' RETURN DISTINCT p } AS papers
WITH kept, collect(papers) AS counts
CALL (kept, counts) {
  UNWIND range(0, size(kept) - 1) AS k
  WITH k, kept[k] AS t
  MATCH (t)<-[r:CITES_TOPIC]-(p:Paper)
  WHERE r.method <> 'MINED'
  WITH p, collect(DISTINCT k) AS on
  WHERE size(on) > 1
  WITH on, p.year AS year
  UNWIND range(0, size(on) - 2) AS i
  UNWIND range(i + 1, size(on) - 1) AS j
  WITH on[i] AS s, on[j] AS t, count(*) AS papers, min(year) AS firstYear, max(year) AS lastYear
  WHERE papers >= 2
  RETURN collect({s: s, t: t, papers: papers, firstYear: firstYear, lastYear: lastYear}) AS pairs
}
CALL (kept, counts, pairs) {
  UNWIND pairs AS pair
  WITH pair, kept[pair.s].id AS s, kept[pair.t].id AS t, 1.0 * pair.papers / (1.0 * counts[pair.s] * counts[pair.t]) AS weight
  WITH {source: CASE WHEN s < t THEN s ELSE t END, target: CASE WHEN s < t THEN t ELSE s END, weight: weight,
        papers: pair.papers, firstYear: pair.firstYear, lastYear: pair.lastYear} AS tie
  ORDER BY tie.weight DESC, tie.papers DESC, tie.source, tie.target
  RETURN collect(tie) AS ties
}
WITH ties, [k IN range(0, size(kept) - 1) | {papers: counts[k], topic: {id: kept[k].id, label: kept[k].label}}] AS nodes
CALL (ties) {
  // The strongest edge of each node stays whatever the limit.
  UNWIND CASE WHEN size(ties) > 1500 THEN range(0, size(ties) - 1) ELSE [] END AS i
  UNWIND [ties[i].source, ties[i].target] AS end
  WITH end, min(i) AS first
  RETURN collect(DISTINCT first) AS firsts
}
WITH nodes, ties, firsts + [i IN range(0, size(ties) - 1) WHERE NOT i IN firsts][..1500 - size(firsts)] AS chosen
RETURN {
  nodes: nodes,
  edges: [i IN range(0, size(ties) - 1) WHERE size(ties) <= 1500 OR i IN chosen | ties[i]]
} AS topicNeighbourhood
