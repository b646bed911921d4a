// Names by which sources without ids know an author, with the papers of their own written under each.
// $author: id; $names: those of interest
// returns: name, papers (ids)
MATCH (a:Author {id: $author})
UNWIND $names AS name
WITH a, name
WHERE name <> a.name AND EXISTS { (a)-[:RECORDED_IN {recordId: name}]->(:Source) }
RETURN name, [(p:Paper)-[r:AUTHORED_BY]->(a) WHERE r.nameAsWritten = name AND coalesce(r.statedAuthor, a.id) = a.id | p.id] AS papers
ORDER BY name
