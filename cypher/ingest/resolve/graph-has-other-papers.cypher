// Whether papers of another source are there, with which a source's own could be the same.
// $source: id of the source that asks
// returns: others
RETURN EXISTS { MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:RECORDED_IN]->(:Source {id: $source}) } } AS others
