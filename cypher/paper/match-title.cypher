// Papers whose title has all words of a query, best match first.
// $query: Lucene query over folded titles
// returns: id
CALL db.index.fulltext.queryNodes('paper_title_fulltext', $query) YIELD node, score
RETURN node.id AS id
ORDER BY score DESC, node.titleKey, id
