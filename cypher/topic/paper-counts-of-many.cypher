// Number of papers with exactly each topic, without narrower ones.
// $ids: list of topic ids
// returns: of, papers
UNWIND $ids AS of
MATCH (t:Topic {id: of})
RETURN of, COUNT { MATCH (p:Paper)-[:CITES_TOPIC]->(t) RETURN DISTINCT p } AS papers
