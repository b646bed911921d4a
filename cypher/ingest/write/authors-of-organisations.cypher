// Authors who state an affiliation with some organisations on a paper, whether or not it is derived yet.
// $organisations: ids
// returns: id
UNWIND $organisations AS organisation
MATCH (:Organisation {id: organisation})<-[:FROM_ORGANISATION]-(:Paper)-[r:AUTHORED_BY]->(a:Author)
WHERE organisation IN r.organisations
RETURN DISTINCT a.id AS id
