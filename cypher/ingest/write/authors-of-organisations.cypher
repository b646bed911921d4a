// Everyone who gives some organisations as theirs, derived edges or not.
// $organisations: list of ids
// returns: id
UNWIND $organisations AS organisation
MATCH (:Organisation {id: organisation})<-[:FROM_ORGANISATION]-(:Paper)-[r:AUTHORED_BY]->(a:Author)
WHERE organisation IN r.organisations
RETURN DISTINCT a.id AS id
