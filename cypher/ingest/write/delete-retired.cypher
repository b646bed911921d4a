// Deletes the markers of ids that return after they were retired.
// $ids
UNWIND $ids AS id
MATCH (r:Retired {id: id})
DETACH DELETE r
