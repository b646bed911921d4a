// Mined terms in a state, greatest C-value first.
// $state: OFFERED, PROMOTED or SUPPRESSED
// returns: id, label, altLabels, cValue, papers, state, reviewedAt
MATCH (t:Topic|Suppressed)
WHERE t.cValue IS NOT NULL
WITH t, CASE WHEN t:Suppressed THEN 'SUPPRESSED' WHEN t.reviewedAt IS NULL THEN 'OFFERED' ELSE 'PROMOTED' END AS state
WHERE state = $state
RETURN t.id AS id, t.label AS label, t.altLabels AS altLabels, t.cValue AS cValue, t.papers AS papers, state,
       t.reviewedAt AS reviewedAt
ORDER BY cValue DESC, papers DESC, id
