// Creates authors whom no record named before, under the first name seen.
// $source: id; $at: ISO 8601; $rows: id, name, nameKey, personKey (the source's key for the author), orcid
MATCH (s:Source {id: $source})
UNWIND $rows AS row
CREATE (a:Author {id: row.id, name: row.name, nameKey: row.nameKey, nameKeys: [row.nameKey], variants: [row.name],
                  orcid: row.orcid})
CREATE (a)-[:RECORDED_IN {recordId: row.personKey, at: $at}]->(s)
