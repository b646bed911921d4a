// People with some words in their names or some ORCIDs; everyone who is not shown too, since the words are not looked for
// among those.
// $query: Lucene query over folded names; $orcids: list
// returns: id, nameKeys, orcid, isHidden
CALL () {
  CALL db.index.fulltext.queryNodes('author_name_fulltext', $query) YIELD node
  RETURN node AS a
  UNION
  UNWIND $orcids AS orcid
  MATCH (a:Author {orcid: orcid})
  RETURN a
  UNION
  MATCH (a:Suppressed)
  RETURN a
}
RETURN a.id AS id, a.nameKeys AS nameKeys, a.orcid AS orcid, a:Suppressed AS isHidden
ORDER BY id
