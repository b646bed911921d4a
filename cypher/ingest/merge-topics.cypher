// Topics by id.
// $rows: id, label, labelKey, labelKeys, altLabels, scheme, scopeNote
UNWIND $rows AS row
MERGE (t:Topic {id: row.id})
SET t.label = row.label, t.labelKey = row.labelKey, t.labelKeys = row.labelKeys, t.altLabels = row.altLabels,
    t.scheme = row.scheme, t.scopeNote = row.scopeNote
