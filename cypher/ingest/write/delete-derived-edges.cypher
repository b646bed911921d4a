// Deletes the derived edges that start at some authors before they are derived again.
// $authors: ids
UNWIND $authors AS id
MATCH (:Author {id: id})-[edge:CO_AUTHOR|AFFILIATED_WITH]->()
DELETE edge
