// A page of the papers of each organisation: those a source names it for, and those whose authors give it.
// $ids: list of organisation ids; $selected: list of paper ids, null for all; $order, $skip, $limit, $withTotal
// returns: of, papers, total
UNWIND $ids AS of
CALL (of) {
  CALL (of) {
    MATCH (:Organisation {id: of})<-[:FROM_ORGANISATION]-(p:Paper)
    RETURN p
    UNION
    MATCH (:Organisation {id: of})<-[:AFFILIATED_WITH]-(:Author)<-[r:AUTHORED_BY]-(p:Paper)
    WHERE of IN r.organisations
    RETURN p
  }
  WITH p
  WHERE $selected IS NULL OR p.id IN $selected
  ORDER BY CASE $order WHEN 'MOST_CITED' THEN coalesce(p.citationCount, -1) END DESC,
           CASE $order WHEN 'NEWEST' THEN coalesce(p.publishedOn, '') END DESC,
           CASE $order WHEN 'OLDEST' THEN coalesce(p.publishedOn, '~') END,
           p.titleKey, p.id
  WITH collect(p) AS theirs
  RETURN theirs[$skip..$skip + $limit] AS papers, CASE WHEN $withTotal THEN size(theirs) ELSE 0 END AS total
}
RETURN of, papers, total
