// Nodes that have all words of a query in their name, title or label: exact folded names first, then by score, then in the
//   order of the index.
// $query: Lucene query over folded keys; $exact: the same for the folded query as a phrase; $key: the folded query;
//   $kinds: list of kinds; $skip, $limit
// returns: kind, id, score, names
WITH {AUTHOR: 'author_name_fulltext', PAPER: 'paper_title_fulltext', ORGANISATION: 'organisation_name_fulltext',
      TOPIC: 'topic_label_fulltext'} AS indexes
UNWIND $kinds AS kind
CALL (kind, indexes) {
  // The index ranks; hits after this page are not read.
  CALL db.index.fulltext.queryNodes(indexes[kind], $query, {limit: $skip + $limit}) YIELD node, score
  WITH collect([node, score]) AS hits
  UNWIND range(0, size(hits) - 1) AS position
  RETURN hits[position][0] AS node, hits[position][1] AS score, position
  UNION ALL
  CALL db.index.fulltext.queryNodes(indexes[kind], $exact, {limit: 100}) YIELD node, score
  WITH node, score
  WHERE $key IN coalesce(node.nameKeys, node.labelKeys, [node.titleKey])
  RETURN node, score, -1 AS position
}
WITH kind, node, max(score) AS score, min(position) AS position
ORDER BY position < 0 DESC, score DESC, kind, position, node.id
SKIP $skip LIMIT $limit
RETURN kind, node.id AS id, score,
       CASE kind
         WHEN 'PAPER' THEN [node.title]
         WHEN 'TOPIC' THEN [node.label] + coalesce(node.altLabels, [])
         WHEN 'ORGANISATION' THEN [node.name] + coalesce(node.aliases, [])
         ELSE [node.name] + coalesce(node.variants, [])
       END AS names
ORDER BY position < 0 DESC, score DESC, kind, position, id
