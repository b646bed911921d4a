// Authors with a spelling that has all words of a query: exact folded names first, then by number of papers.
// $query: Lucene query over folded names; $key: the folded query
// returns: id, name, nameVariants, orcid, externalIds (scheme:value)
CALL db.index.fulltext.queryNodes('author_name_fulltext', $query) YIELD node AS a
RETURN a.id AS id, a.name AS name, a.variants AS nameVariants, a.orcid AS orcid,
       coalesce(a.externalIds, []) AS externalIds
ORDER BY $key IN a.nameKeys DESC, COUNT { (a)<-[:AUTHORED_BY]-() } DESC, a.nameKey, a.id
