// Who wrote with each of some authors.
// $ids: of authors
// returns: of, coAuthors (ids)
UNWIND $ids AS of
MATCH (:Author {id: of})-[:CO_AUTHOR]-(b:Author)
RETURN of, collect(b.id) AS coAuthors
