// The papers behind each tie, newest first.
// $pairs: list of {key, source, target}; $selected: list of paper ids, null for all; $maxAuthors
// returns: key, papers (ids)
UNWIND $pairs AS pair
MATCH (:Author {id: pair.source})<-[:AUTHORED_BY]-(p:Paper)-[:AUTHORED_BY]->(:Author {id: pair.target})
WHERE ($selected IS NULL OR p.id IN $selected)
  AND coalesce(p.authorCount, 0) <= $maxAuthors AND COUNT { (p)-[:AUTHORED_BY]->() } <= $maxAuthors
WITH pair, p
ORDER BY coalesce(p.publishedOn, '') DESC, p.titleKey, p.id
RETURN pair.key AS key, collect(p.id) AS papers
