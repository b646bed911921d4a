// Drops the derived edges of some people, whichever end they are.
// $authors: ids
UNWIND $authors AS id
MATCH (:Author {id: id})-[edge:CO_AUTHOR|AFFILIATED_WITH]-()
DELETE edge
