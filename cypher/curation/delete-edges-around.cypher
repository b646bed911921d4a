// Deletes the derived edges of some authors, in both directions.
// $authors: ids
UNWIND $authors AS id
MATCH (:Author {id: id})-[edge:CO_AUTHOR|AFFILIATED_WITH]-()
DELETE edge
