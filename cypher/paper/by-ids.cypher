// Papers by id.
// $ids: list of paper ids
// returns: id, paper
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p AS paper
