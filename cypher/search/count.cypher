// How many things have all words of a query in their name, title or label.
// $query: Lucene query over folded keys; $kinds: list of kinds
// returns: hits
CALL () {
  UNWIND [kind IN $kinds WHERE kind = 'AUTHOR'] AS kind
  CALL db.index.fulltext.queryNodes('author_name_fulltext', $query) YIELD node, score
  RETURN node.id AS id
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'PAPER'] AS kind
  CALL db.index.fulltext.queryNodes('paper_title_fulltext', $query) YIELD node, score
  RETURN node.id AS id
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'ORGANISATION'] AS kind
  CALL db.index.fulltext.queryNodes('organisation_name_fulltext', $query) YIELD node, score
  RETURN node.id AS id
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'TOPIC'] AS kind
  CALL db.index.fulltext.queryNodes('topic_label_fulltext', $query) YIELD node, score
  RETURN node.id AS id
}
RETURN count(id) AS hits
