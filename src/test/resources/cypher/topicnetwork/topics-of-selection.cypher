// Every topic of the selected papers.
// $selected: list of paper ids, null for all; $methods: list; $schemes: list, null for all; $minScore
// returns: id
MATCH (p:Paper)-[r:CITES_TOPIC]->(t:Topic)
WHERE ($selected IS NULL OR p.id IN $selected) AND ($schemes IS NULL OR t.scheme IN $schemes)
  AND r.method IN $methods AND r.score >= $minScore
RETURN DISTINCT t.id AS id
