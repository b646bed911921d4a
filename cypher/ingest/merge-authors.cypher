// Authors by id, new ones under the first name seen.
// $rows: id, name, nameKey, personKey (the source's key for them), orcid, source, at
UNWIND $rows AS row
MATCH (s:Source {id: row.source})
MERGE (a:Author {id: row.id})
ON CREATE SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = [row.nameKey], a.variants = [row.name]
SET a.orcid = coalesce(a.orcid, row.orcid)
MERGE (a)-[r:RECORDED_IN {recordId: row.personKey}]->(s)
ON CREATE SET r.at = row.at
