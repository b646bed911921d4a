// Whether there are papers that a source does not have, which its records could be.
// $source: id of the source being loaded
// returns: others
RETURN EXISTS { MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:RECORDED_IN]->(:Source {id: $source}) } } AS others
