// Ids that come back after they were retired.
// $ids
UNWIND $ids AS id
MATCH (r:Retired {id: id})
DETACH DELETE r
