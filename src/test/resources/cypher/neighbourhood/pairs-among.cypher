// Topics that stand together, among some, each pair once in id order.
// $topics: list of topic ids; $selected: list of paper ids, null for all; $methods: list;
// $minScore; $minPapers: pairs on fewer papers are left out
// returns: source, target, papers, firstYear, lastYear
UNWIND $topics AS source
MATCH (:Topic {id: source})<-[r:CITES_TOPIC]-(p:Paper)
WHERE ($selected IS NULL OR p.id IN $selected) AND r.method IN $methods AND r.score >= $minScore
WITH DISTINCT source, p
MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
WHERE t.id > source AND t.id IN $topics
  AND r.method IN $methods AND r.score >= $minScore
WITH DISTINCT source, t.id AS target, p
WITH source, target, count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear
WHERE papers >= $minPapers
RETURN source, target, papers, firstYear, lastYear
