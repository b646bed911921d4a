// Organisations with a name that has all words of a query: exact folded names first, then by number of papers.
// $query: Lucene query over folded names; $key: the folded query
// returns: id, name, aliases, ror, country
CALL db.index.fulltext.queryNodes('organisation_name_fulltext', $query) YIELD node AS o
RETURN o.id AS id, o.name AS name, o.aliases AS aliases, o.ror AS ror, o.country AS country
ORDER BY $key IN o.nameKeys DESC, COUNT { (o)<-[:FROM_ORGANISATION]-() } DESC, o.nameKey, o.id
