// Adds spellings from papers that other records list too, where the edge keeps another spelling.
// $rows: id, name
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
WHERE NOT row.name IN a.variants
SET a.variants = a.variants + row.name
