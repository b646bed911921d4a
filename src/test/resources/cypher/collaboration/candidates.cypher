// What orders and counts the nodes of a network.
// $authors: list of author ids; $selected: list of paper ids, null for all
// returns: id, nameKey, papers
UNWIND $authors AS id
MATCH (a:Author {id: id})
RETURN id, a.nameKey AS nameKey,
       COUNT { (a)<-[:AUTHORED_BY]-(p:Paper) WHERE $selected IS NULL OR p.id IN $selected } AS papers
