// Counts over the whole graph, each from the database's count store.
// returns: papers, authors, organisations, venues, topics, coAuthorEdges, citations, pendingRecords
RETURN COUNT { (:Paper) } AS papers,
       COUNT { (:Author) } AS authors,
       COUNT { (:Organisation) } AS organisations,
       COUNT { (:Venue) } AS venues,
       COUNT { (:Topic) } AS topics,
       COUNT { ()-[:CO_AUTHOR]->() } AS coAuthorEdges,
       COUNT { ()-[:CITES]->() } AS citations,
       COUNT { (:PendingRecord) } AS pendingRecords
