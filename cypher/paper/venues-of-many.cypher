// The venues of each paper.
// $ids: list of paper ids
// returns: of, venue
UNWIND $ids AS of
MATCH (:Paper {id: of})-[:PUBLISHED_IN]->(v:Venue)
RETURN of, v.id AS venue
ORDER BY of, v.nameKey, venue
