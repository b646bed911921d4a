// The schemes some topics belong to.
// $topics: list of topic ids
// returns: scheme
MATCH (t:Topic)
WHERE t.id IN $topics
RETURN DISTINCT t.scheme AS scheme
ORDER BY scheme
