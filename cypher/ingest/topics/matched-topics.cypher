// Topics whose labels are matched in texts.
// returns: id, scheme, label, altLabels, hiddenLabels
MATCH (t:Topic)
WHERE t.isMatched
RETURN t.id AS id, t.scheme AS scheme, t.label AS label, t.altLabels AS altLabels, t.hiddenLabels AS hiddenLabels
ORDER BY id
