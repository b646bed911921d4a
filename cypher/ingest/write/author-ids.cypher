// All authors.
// returns: id
MATCH (a:Author)
RETURN a.id AS id
