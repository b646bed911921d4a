// Those of some papers that an author wrote, and the number of all papers of the author.
// $author: id; $papers: ids
// returns: found (ids), count
MATCH (a:Author {id: $author})
RETURN [(p:Paper)-[:AUTHORED_BY]->(a) WHERE p.id IN $papers | p.id] AS found, COUNT { (:Paper)-[:AUTHORED_BY]->(a) } AS count
