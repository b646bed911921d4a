// Names of authors, chosen among their spellings.
// $rows: id, name, nameKey, nameKeys, variants
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = row.nameKeys, a.variants = row.variants
