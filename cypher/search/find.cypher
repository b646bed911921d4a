// What has all words of a query in its name, title or label: exact folded names first, then by score.
// $query: Lucene query over folded keys; $key: the folded query; $kinds: list of kinds; $skip, $limit
// returns: kind, id, score, names
CALL () {
  UNWIND [kind IN $kinds WHERE kind = 'AUTHOR'] AS kind
  CALL db.index.fulltext.queryNodes('author_name_fulltext', $query) YIELD node, score
  RETURN kind, node, score, $key IN node.nameKeys AS exact
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'PAPER'] AS kind
  CALL db.index.fulltext.queryNodes('paper_title_fulltext', $query) YIELD node, score
  RETURN kind, node, score, $key = node.titleKey AS exact
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'ORGANISATION'] AS kind
  CALL db.index.fulltext.queryNodes('organisation_name_fulltext', $query) YIELD node, score
  RETURN kind, node, score, $key IN node.nameKeys AS exact
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'TOPIC'] AS kind
  CALL db.index.fulltext.queryNodes('topic_label_fulltext', $query) YIELD node, score
  RETURN kind, node, score, $key IN node.labelKeys AS exact
}
WITH kind, node, score, exact
ORDER BY exact DESC, score DESC, kind, node.id
SKIP $skip LIMIT $limit
RETURN kind, node.id AS id, score,
       CASE kind
         WHEN 'PAPER' THEN [node.title]
         WHEN 'TOPIC' THEN [node.label] + node.altLabels
         WHEN 'ORGANISATION' THEN [node.name] + node.aliases
         ELSE [node.name] + node.variants
       END AS names
ORDER BY exact DESC, score DESC, kind, id
