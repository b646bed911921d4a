// Number of authors who give each organisation on papers.
// $ids: list of organisation ids
// returns: of, authors
UNWIND $ids AS of
MATCH (o:Organisation {id: of})
RETURN of, COUNT { (o)<-[:AFFILIATED_WITH]-(:Author) } AS authors
