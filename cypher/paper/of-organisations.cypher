// A page of the papers of each organisation.
// $ids: list of organisation ids; $selected: list of paper ids, null for all; $order, $skip, $limit, $withTotal
// returns: of, papers, total
UNWIND $ids AS of
CALL (of) {
  MATCH (:Organisation {id: of})<-[:FROM_ORGANISATION]-(p:Paper)
  WHERE $selected IS NULL OR p.id IN $selected
  WITH p
  ORDER BY CASE $order WHEN 'MOST_CITED' THEN coalesce(p.citationCount, -1) END DESC,
           CASE $order WHEN 'NEWEST' THEN coalesce(p.publishedOn, '') END DESC,
           CASE $order WHEN 'OLDEST' THEN coalesce(p.publishedOn, '~') END,
           p.titleKey, p.id
  SKIP $skip LIMIT $limit
  RETURN collect(p) AS papers
}
CALL (of) {
  MATCH (:Organisation {id: of})<-[:FROM_ORGANISATION]-(p:Paper)
  WHERE $withTotal AND ( $selected IS NULL OR p.id IN $selected)
  RETURN count(DISTINCT p) AS total
}
RETURN of, papers, total
