// The name of an author.
MATCH (a:Author {id: $author})
RETURN a {.name} AS author
