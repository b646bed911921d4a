// Ids that come back after they were retired.
// $rows: id
UNWIND $rows AS row
MATCH (r:Retired {id: row.id})
DETACH DELETE r
