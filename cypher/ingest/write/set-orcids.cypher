// Sets the ORCIDs of authors who have none yet.
// $rows: id, orcid
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
SET a.orcid = coalesce(a.orcid, row.orcid)
