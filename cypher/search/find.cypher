// What has all words of a query in its name, title or label: exact folded names first, then by score.
// $query: Lucene query over folded keys; $key: the folded query; $kinds: list of kinds; $skip, $limit
// returns: kind, id, score, names
CALL () {
  UNWIND [kind IN $kinds WHERE kind = 'AUTHOR'] AS kind
  CALL db.index.fulltext.queryNodes('author_name_fulltext', $query) YIELD node, score
  RETURN kind, node.id AS id, score, [node.name] + node.variants AS names, $key IN node.nameKeys AS exact
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'PAPER'] AS kind
  CALL db.index.fulltext.queryNodes('paper_title_fulltext', $query) YIELD node, score
  RETURN kind, node.id AS id, score, [node.title] AS names, $key IN [node.titleKey] AS exact
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'ORGANISATION'] AS kind
  CALL db.index.fulltext.queryNodes('organisation_name_fulltext', $query) YIELD node, score
  RETURN kind, node.id AS id, score, [node.name] + node.aliases AS names, $key IN node.nameKeys AS exact
  UNION ALL
  UNWIND [kind IN $kinds WHERE kind = 'TOPIC'] AS kind
  CALL db.index.fulltext.queryNodes('topic_label_fulltext', $query) YIELD node, score
  RETURN kind, node.id AS id, score, [node.label] + node.altLabels AS names, $key IN node.labelKeys AS exact
}
RETURN kind, id, score, names
ORDER BY exact DESC, score DESC, kind, id
SKIP $skip LIMIT $limit
