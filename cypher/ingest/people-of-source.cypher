// People a source is known to name, by its own key for them.
// $source: id
// returns: personKey, id
MATCH (a:Author)-[r:RECORDED_IN]->(:Source {id: $source})
RETURN r.recordId AS personKey, a.id AS id
