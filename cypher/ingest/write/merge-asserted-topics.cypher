// Adds topics that a source asserts of its papers; topics of a loaded vocabulary stay as they are.
// $rows: id, label, labelKey, scheme
UNWIND $rows AS row
MERGE (t:Topic {id: row.id})
ON CREATE SET t.label = row.label, t.labelKey = row.labelKey, t.labelKeys = [row.labelKey], t.scheme = row.scheme
