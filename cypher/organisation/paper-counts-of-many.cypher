// Number of papers of organisations.
// $ids: list of organisation ids
// returns: of, papers
UNWIND $ids AS of
MATCH (o:Organisation {id: of})
RETURN of, COUNT { (o)<-[:FROM_ORGANISATION]-(:Paper) } AS papers
