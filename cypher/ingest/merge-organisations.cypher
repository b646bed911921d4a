// Organisations by id, with every name they go by.
// $rows: id, name, nameKey, ror, country, source, at
UNWIND $rows AS row
MATCH (s:Source {id: row.source})
MERGE (o:Organisation {id: row.id})
ON CREATE SET o.name = row.name, o.nameKey = row.nameKey, o.nameKeys = [row.nameKey], o.aliases = [row.name]
SET o.ror = coalesce(o.ror, row.ror), o.country = coalesce(o.country, row.country),
    o.aliases = CASE WHEN row.name IN o.aliases THEN o.aliases ELSE o.aliases + row.name END,
    o.nameKeys = CASE WHEN row.nameKey IN o.nameKeys THEN o.nameKeys ELSE o.nameKeys + row.nameKey END
MERGE (o)-[r:RECORDED_IN {recordId: row.name}]->(s)
ON CREATE SET r.at = row.at
