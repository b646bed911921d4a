// Which ids are already somebody's, or were.
// $ids: list of author ids
// returns: id
UNWIND $ids AS id
MATCH (a:Author|Retired|Suppressed {id: id})
RETURN a.id AS id
