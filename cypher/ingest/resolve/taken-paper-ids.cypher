// Those of some ids that a paper has.
// $ids: list of paper ids
// returns: id
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id
