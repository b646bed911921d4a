// Which ids are already somebody's, or were before a curator merged them; not those of people their source withdrew.
// $ids: list of author ids
// returns: id
UNWIND $ids AS id
MATCH (a:Author|Retired|Suppressed {id: id})
WHERE NOT a:Retired OR EXISTS { (a)-[:RECORDED_IN]->() }
RETURN a.id AS id
