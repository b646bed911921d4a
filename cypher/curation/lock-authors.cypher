// Locks some authors until the transaction ends, so that of two changes to one author the second sees the first.
// $ids: sorted, so that two changes cannot deadlock
// returns: id, orcid, variants
UNWIND $ids AS id
MATCH (a:Author {id: id})
SET a.isBeingCurated = true
REMOVE a.isBeingCurated
RETURN a.id AS id, a.orcid AS orcid, a.variants AS variants
