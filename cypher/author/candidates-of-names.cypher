// Authors whose names match each name, best match first.
// $rows: name, query (Lucene, over folded names); $first: how many per name
// returns: of (the name), id, names
UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('author_name_fulltext', row.query, {limit: $first}) YIELD node, score
  RETURN node.id AS id, node.variants AS names, score
}
RETURN row.name AS of, id, names
ORDER BY of, score DESC, id
