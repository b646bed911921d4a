// People whose names are like some names, the most fitting of each.
// $rows: name, query (Lucene, over folded names); $first: how many for each
// returns: of (the name), id, names
UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('author_name_fulltext', row.query, {limit: $first}) YIELD node, score
  RETURN node.id AS id, node.variants AS names, score
}
RETURN row.name AS of, id, names
ORDER BY of, score DESC, id
