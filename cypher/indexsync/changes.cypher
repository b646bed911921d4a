// Entries of the change log from a version on, including its own.
// $from: version; $limit: number of entries
// returns: version, at, everything, papers, authors, organisations, venues, topics (ids)
MATCH (c:GraphChange)
WHERE c.version >= $from
RETURN c.version AS version, c.at AS at, coalesce(c.everything, false) AS everything,
       coalesce(c.papers, []) AS papers, coalesce(c.authors, []) AS authors,
       coalesce(c.organisations, []) AS organisations,
       coalesce(c.venues, []) AS venues, coalesce(c.topics, []) AS topics
ORDER BY version
LIMIT $limit
