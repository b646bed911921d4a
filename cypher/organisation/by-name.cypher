// Organisations with a name that has all words of a query, by folded name.
// $query: Lucene query over folded keys; $key: the folded query
// returns: id, exact (whether one of its folded names is the query)
CALL db.index.fulltext.queryNodes('organisation_name_fulltext', $query) YIELD node AS o
RETURN o.id AS id, $key IN o.nameKeys AS exact
ORDER BY o.nameKey, id
