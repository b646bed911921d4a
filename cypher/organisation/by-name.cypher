// Organisations with a name that has all words of a query: exact folded names first, then by number of papers.
// $query: Lucene query over folded names; $key: the folded query
// returns: id, name, aliases, ror, country
CALL db.index.fulltext.queryNodes('organisation_name_fulltext', $query) YIELD node AS o
RETURN o.id AS id, o.name AS name, o.aliases AS aliases, o.ror AS ror, o.country AS country
ORDER BY $key IN o.nameKeys DESC,
         COUNT {
           MATCH (o)<-[:FROM_ORGANISATION]-(p:Paper)
           RETURN p
           UNION
           MATCH (o)<-[:AFFILIATED_WITH]-(:Author)<-[r:AUTHORED_BY]-(p:Paper)
           WHERE o.id IN r.organisations
           RETURN p
         } DESC, o.nameKey, o.id
