// Raises the version of the graph, adds an entry for what the transaction touched and deletes the oldest entry.
// $at: ISO 8601; $papers, $authors, $organisations, $venues, $topics: ids; $kept: number of entries to keep
MERGE (v:GraphVersion {id: 'graph'})
ON CREATE SET v.version = 0
SET v.version = v.version + 1
CREATE (:GraphChange {version: v.version, at: $at, papers: $papers, authors: $authors, organisations: $organisations,
                      venues: $venues, topics: $topics})
WITH v.version - $kept AS oldest
MATCH (c:GraphChange {version: oldest})
DELETE c
