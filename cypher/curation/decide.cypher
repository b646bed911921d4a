// Records a decision; decisions are numbered in order.
// $id, $kind, $reason, $at, $authors (ids), $papers (ids), $variants, $orcid, $names, $nameBefore: as
// IdentityDecision has them
OPTIONAL MATCH (earlier:IdentityDecision)
WITH coalesce(max(earlier.sequence), 0) + 1 AS sequence
CREATE (d:IdentityDecision {id: $id, kind: $kind, names: $names, evidence: [], method: 'curator', reason: $reason, at: $at,
                            papers: $papers, variantsBefore: $variants, orcidBefore: $orcid, sequence: sequence,
                            nameBefore: $nameBefore})
WITH d
UNWIND range(0, size($authors) - 1) AS i
MATCH (a:Author|Retired|Suppressed {id: $authors[i]})
CREATE (d)-[:DECIDES {position: i}]->(a)
