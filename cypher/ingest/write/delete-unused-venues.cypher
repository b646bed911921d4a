// Deletes the venues that no paper names.
// returns: id
MATCH (v:Venue)
WHERE NOT EXISTS { (v)<-[:PUBLISHED_IN]-() }
WITH v, v.id AS id
DELETE v
RETURN id
