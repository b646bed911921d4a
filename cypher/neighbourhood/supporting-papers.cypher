// The papers behind each pair of topics, newest first.
// $pairs: list of {key, source, target}; $selected: list of paper ids, null for all; $methods: list; $minScore
// returns: key, papers (ids)
UNWIND $pairs AS pair
MATCH (:Topic {id: pair.source})<-[r:CITES_TOPIC]-(p:Paper)-[s:CITES_TOPIC]->(:Topic {id: pair.target})
WHERE ($selected IS NULL OR p.id IN $selected)
  AND r.method IN $methods AND r.score >= $minScore AND s.method IN $methods AND s.score >= $minScore
WITH DISTINCT pair, p
ORDER BY coalesce(p.publishedOn, '') DESC, p.titleKey, p.id
RETURN pair.key AS key, collect(p.id) AS papers
