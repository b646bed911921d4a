// A page of the papers on each topic.
// $ids: list of topic ids; $includeNarrower; $selected: list of paper ids, null for all; $order, $skip, $limit, $withTotal
// returns: of, papers, total
UNWIND $ids AS of
MATCH (given:Topic {id: of})
CALL (given) {
  RETURN given AS t
  UNION
  MATCH (t:Topic)-[:BROADER*1..]->(given) WHERE $includeNarrower
  RETURN t
}
WITH of, collect(t) AS topics
CALL (topics) {
  UNWIND topics AS t
  MATCH (t)<-[:CITES_TOPIC]-(p:Paper)
  WHERE $selected IS NULL OR p.id IN $selected
  WITH DISTINCT p
  ORDER BY CASE $order WHEN 'MOST_CITED' THEN coalesce(p.citationCount, -1) END DESC,
           CASE $order WHEN 'NEWEST' THEN coalesce(p.publishedOn, '') END DESC,
           CASE $order WHEN 'OLDEST' THEN coalesce(p.publishedOn, '~') END,
           p.titleKey, p.id
  SKIP $skip LIMIT $limit
  RETURN collect(p) AS papers
}
CALL (topics) {
  UNWIND topics AS t
  MATCH (t)<-[:CITES_TOPIC]-(p:Paper)
  WHERE $withTotal AND ($selected IS NULL OR p.id IN $selected)
  RETURN count(DISTINCT p) AS total
}
RETURN of, papers, total
