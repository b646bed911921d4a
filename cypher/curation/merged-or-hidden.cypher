// Those of some people who are merged into others or not shown.
// $ids
// returns: id
UNWIND $ids AS id
MATCH (a:Retired|Suppressed {id: id})
RETURN a.id AS id
