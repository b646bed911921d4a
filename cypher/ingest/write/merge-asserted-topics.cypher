// Topics that a source gives its papers; those of a vocabulary that is loaded stay as they are.
// $rows: id, label, labelKey, scheme
UNWIND $rows AS row
MERGE (t:Topic {id: row.id})
ON CREATE SET t.label = row.label, t.labelKey = row.labelKey, t.labelKeys = [row.labelKey], t.scheme = row.scheme
