// Organisations by id.
// $ids: list of organisation ids
// returns: id, name, aliases, ror, country
UNWIND $ids AS id
MATCH (o:Organisation {id: id})
RETURN o.id AS id, o.name AS name, o.aliases AS aliases, o.ror AS ror, o.country AS country
