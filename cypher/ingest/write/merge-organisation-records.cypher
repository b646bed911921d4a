// Writes organisations that the source has a record of, with all names it gives.
// $source: id; $at: ISO 8601; $rows: id, name, nameKey, nameKeys, aliases, ror, country, recordId
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MERGE (o:Organisation {id: row.id})
ON CREATE SET o.aliases = [], o.nameKeys = []
SET o.name = row.name, o.nameKey = row.nameKey, o.ror = coalesce(row.ror, o.ror),
    o.country = coalesce(row.country, o.country),
    o.aliases = o.aliases + [each IN row.aliases WHERE NOT each IN o.aliases],
    o.nameKeys = o.nameKeys + [each IN row.nameKeys WHERE NOT each IN o.nameKeys]
MERGE (o)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
ON CREATE SET r.at = $at
