// Those of some ids that a person has, or had before a curator merged that person; without people their source withdrew.
// $ids: list of author ids
// returns: id
UNWIND $ids AS id
MATCH (a:Author|Retired|Suppressed {id: id})
WHERE NOT a:Retired OR EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id
