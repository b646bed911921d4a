// Writes organisations named by papers, adding each new name.
// $source: id; $at: ISO 8601; $rows: id, name, nameKey, ror, country, recordId
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MERGE (o:Organisation {id: row.id})
ON CREATE SET o.name = row.name, o.nameKey = row.nameKey, o.nameKeys = [row.nameKey], o.aliases = [row.name]
SET o.ror = coalesce(o.ror, row.ror), o.country = coalesce(o.country, row.country),
    o.aliases = CASE WHEN row.name IN o.aliases THEN o.aliases ELSE o.aliases + row.name END,
    o.nameKeys = CASE WHEN row.nameKey IN o.nameKeys THEN o.nameKeys ELSE o.nameKeys + row.nameKey END
MERGE (o)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
ON CREATE SET r.at = $at
