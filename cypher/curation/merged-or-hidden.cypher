// Those of some authors who are merged into others or hidden.
// $ids
// returns: id
UNWIND $ids AS id
MATCH (a:Retired|Suppressed {id: id})
RETURN a.id AS id
