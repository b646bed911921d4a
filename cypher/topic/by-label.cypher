// Topics with a label that has all words of a query: exact folded labels first, then by number of papers.
// $query: Lucene query over folded labels; $key: the folded query
// returns: id, label, altLabels, scheme
CALL db.index.fulltext.queryNodes('topic_label_fulltext', $query) YIELD node AS t
RETURN t.id AS id, t.label AS label, t.altLabels AS altLabels, t.scheme AS scheme
ORDER BY $key IN t.labelKeys DESC, COUNT { (t)<-[:CITES_TOPIC]-() } DESC, t.labelKey, t.id
