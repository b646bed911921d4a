// Number of nodes that have all words of a query in their name, title or label.
// $query: Lucene query over folded keys; $kinds: list of kinds
// returns: hits
WITH {AUTHOR: 'author_name_fulltext', PAPER: 'paper_title_fulltext', ORGANISATION: 'organisation_name_fulltext',
      TOPIC: 'topic_label_fulltext'} AS indexes
UNWIND $kinds AS kind
CALL db.index.fulltext.queryNodes(indexes[kind], $query) YIELD node
RETURN count(node) AS hits
