// The folded names of all authors.
// returns: nameKey
MATCH (a:Author)
WHERE a.nameKey IS NOT NULL
RETURN DISTINCT a.nameKey AS nameKey
