// Shows a hidden author again.
// $author: id
// returns: papers (ids)
MATCH (a:Suppressed {id: $author})
REMOVE a:Suppressed
SET a:Author
RETURN [(p:Paper)-[:AUTHORED_BY]->(a) | p.id] AS papers
