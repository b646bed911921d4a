// Spellings of people on papers that other records list too, whose spelling the edge keeps.
// $rows: id, name
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
WHERE NOT row.name IN a.variants
SET a.variants = a.variants + row.name
