// Everyone at some organisations.
// $organisations: list of ids
// returns: id
UNWIND $organisations AS organisation
MATCH (a:Author)-[:AFFILIATED_WITH]->(:Organisation {id: organisation})
RETURN DISTINCT a.id AS id
