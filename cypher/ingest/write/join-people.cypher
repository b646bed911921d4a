// Records that authors of a source are authors of others, before their papers are written: the id of each leads to the
// author it is, as after a curator's merge, and so does each key of the source.
// $source: id; $at: ISO 8601; $rows: id, person (id of the author it is), name, nameKey, nameKeys, variants, personKeys (the
//   source's keys for the author), orcid, decision (its id), names, evidence, score, method
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (survivor:Author|Suppressed {id: row.person})
MERGE (a:Retired {id: row.id})
SET a.name = row.name, a.nameKey = row.nameKey, a.nameKeys = row.nameKeys, a.variants = row.variants,
    a.orcid = row.orcid, a.retiredAt = $at, a.retiredBy = row.decision
MERGE (a)-[:REPLACED_BY]->(survivor)
MERGE (d:IdentityDecision {id: row.decision})
SET d.kind = 'MERGE', d.names = row.names, d.evidence = row.evidence, d.score = row.score, d.method = row.method,
    d.at = $at, d.papers = [], d.variantsBefore = survivor.variants, d.orcidBefore = survivor.orcid
REMOVE d.undoneAt
MERGE (d)-[first:DECIDES]->(survivor)
SET first.position = 0
MERGE (d)-[second:DECIDES]->(a)
SET second.position = 1
SET survivor.variants = survivor.variants + [each IN row.variants WHERE NOT each IN survivor.variants],
    survivor.orcid = coalesce(survivor.orcid, row.orcid)
WITH s, row, a
UNWIND row.personKeys AS personKey
MERGE (a)-[r:RECORDED_IN {recordId: personKey}]->(s)
ON CREATE SET r.at = $at
