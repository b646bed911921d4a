// Authors, papers, organisations and topics by a prefix: names equal to it first, then by score.
UNWIND [['AUTHOR', 'author_name_fulltext'], ['PAPER', 'paper_title_fulltext'],
        ['ORGANISATION', 'organisation_name_fulltext'], ['TOPIC', 'topic_label_fulltext']] AS index
CALL (index) {
  // One more than shown, as the service asks for: the order of equal scores depends on the limit.
  CALL db.index.fulltext.queryNodes(index[1], $query, {limit: 11}) YIELD node, score
  WITH collect([node, score]) AS hits
  UNWIND range(0, size(hits) - 1) AS position
  RETURN hits[position][0] AS node, hits[position][1] AS score, position
  UNION ALL
  CALL db.index.fulltext.queryNodes(index[1], $exact, {limit: 100}) YIELD node, score
  WHERE $key IN coalesce(node.nameKeys, node.labelKeys, [node.titleKey])
  RETURN node, score, -1 AS position
}
WITH index[0] AS kind, node, max(score) AS score, min(position) AS position
ORDER BY position < 0 DESC, score DESC, kind, position, node.id
LIMIT 10
RETURN {nodes: collect({score: score, node: node {.id, .name, .title, .label}})} AS search
