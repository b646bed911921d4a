// Which ids are already somebody's.
// $ids: list of author ids
// returns: id
UNWIND $ids AS id
MATCH (a:Author {id: id})
RETURN a.id AS id
