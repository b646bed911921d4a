// Writes authors that the source has a record of, with all spellings it gives.
// $source: id; $at: ISO 8601; $rows: id, name, nameKey, variants, recordId (the source's key for the author), orcid
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MERGE (a:Author {id: row.id})
ON CREATE SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = [row.nameKey], a.variants = row.variants
SET a.variants = a.variants + [each IN row.variants WHERE NOT each IN a.variants], a.orcid = coalesce(a.orcid, row.orcid)
MERGE (a)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
ON CREATE SET r.at = $at
WITH a, row
WHERE coalesce(a.sourceNameBy, $source) = $source
SET a.sourceName = row.name, a.sourceNameBy = $source
