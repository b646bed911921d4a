// Mined terms that curators promoted or suppressed.
// returns: id
MATCH (t:Topic|Suppressed)
WHERE t.cValue IS NOT NULL AND t.reviewedAt IS NOT NULL
RETURN t.id AS id
