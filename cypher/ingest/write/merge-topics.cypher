// Writes topics; one that returns is no longer retired.
// $rows: id, label, labelKey, labelKeys, altLabels, hiddenLabels, scheme, scopeNote, isMatched, cValue, papers (the last two
//   of mined topics only)
UNWIND $rows AS row
MERGE (t:Topic {id: row.id})
SET t.label = row.label, t.labelKey = row.labelKey, t.labelKeys = row.labelKeys, t.altLabels = row.altLabels,
    t.hiddenLabels = row.hiddenLabels, t.scheme = row.scheme, t.scopeNote = row.scopeNote, t.isMatched = row.isMatched,
    t.cValue = row.cValue, t.papers = row.papers
WITH row
MATCH (r:Retired {id: row.id})
DETACH DELETE r
