// Sets the name by which a source calls each author, unless another source did so first.
// $source: id; $rows: id, name
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
WHERE coalesce(a.sourceNameBy, $source) = $source
SET a.sourceName = row.name, a.sourceNameBy = $source
