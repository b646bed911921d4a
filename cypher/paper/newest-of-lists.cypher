// A page of each list of papers, newest first, then by folded title and id.
// $lists: list of {key, papers (ids)}; $skip, $limit
// returns: of, papers
UNWIND $lists AS list
UNWIND list.papers AS id
MATCH (p:Paper {id: id})
WITH list.key AS of, p
ORDER BY coalesce(p.publishedOn, '') DESC, p.titleKey, p.id
WITH of, collect(p) AS papers
RETURN of, papers[$skip..$skip + $limit] AS papers
