// People of other sources with some words in their names, and all suppressed people, whom the full-text index does not have.
// $source: id of the source being loaded; $query: Lucene query over folded names
// returns: id, nameKeys, orcid, isHidden
CALL () {
  CALL db.index.fulltext.queryNodes('author_name_fulltext', $query) YIELD node
  RETURN node AS a
  UNION
  MATCH (a:Suppressed)
  RETURN a
}
WITH a
WHERE EXISTS { (a)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source } OR NOT EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id, a.nameKeys AS nameKeys, a.orcid AS orcid, a:Suppressed AS isHidden
ORDER BY id
