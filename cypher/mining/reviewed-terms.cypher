// Mined terms that curators took over or do not want.
// returns: id
MATCH (t:Topic|Suppressed)
WHERE t.cValue IS NOT NULL AND t.reviewedAt IS NOT NULL
RETURN t.id AS id
