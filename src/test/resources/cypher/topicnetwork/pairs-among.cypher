// Topics that stand together, among some, each pair once in id order.
// $topics: list of topic ids; $selected: list of paper ids, null for all; $methods: list;
// $minScore; $minPapers: pairs on fewer papers are left out
// returns: source, target, papers, firstYear, lastYear
UNWIND $topics AS source
CALL (source) {
  MATCH (:Topic {id: source})<-[r:CITES_TOPIC]-(p:Paper)
  WHERE ($selected IS NULL OR p.id IN $selected) AND r.method IN $methods AND r.score >= $minScore
  WITH DISTINCT p
  MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
  WHERE r.method IN $methods AND r.score >= $minScore
  WITH DISTINCT t, p
  WITH t, count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear
  WHERE papers >= $minPapers AND t.id > source AND t.id IN $topics
  RETURN t.id AS target, papers, firstYear, lastYear
}
RETURN source, target, papers, firstYear, lastYear
