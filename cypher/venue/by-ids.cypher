// Venues by id.
// $ids: list of venue ids
// returns: id, name, acronyms
UNWIND $ids AS id
MATCH (v:Venue {id: id})
RETURN v.id AS id, v.name AS name, v.acronyms AS acronyms
