// Merges people of one name who turned out to be one: the id of each leads to the survivor, as after a curator's merge.
// $at: ISO 8601; $rows: survivor, merged (ids), decision (its id), names, evidence, score, method
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (a:Author {id: row.merged})
MATCH (survivor:Author {id: row.survivor})
MERGE (d:IdentityDecision {id: row.decision})
SET d.kind = 'MERGE', d.names = row.names, d.evidence = row.evidence, d.score = row.score, d.method = row.method,
    d.at = $at, d.papers = [], d.variantsBefore = survivor.variants, d.orcidBefore = survivor.orcid
MERGE (d)-[first:DECIDES]->(survivor)
SET first.position = 0
MERGE (d)-[second:DECIDES]->(a)
SET second.position = 1
WITH row, a, survivor
CALL (a, survivor) {
  MATCH (p:Paper)-[old:AUTHORED_BY]->(a)
  WHERE NOT EXISTS { (p)-[:AUTHORED_BY]->(survivor) }
  CREATE (p)-[new:AUTHORED_BY]->(survivor)
  SET new = properties(old), new.statedAuthor = coalesce(old.statedAuthor, a.id)
  DELETE old
}
CALL (a) {
  MATCH (a)-[derived:CO_AUTHOR|AFFILIATED_WITH]-()
  DELETE derived
}
SET survivor.variants = survivor.variants + [each IN a.variants WHERE NOT each IN survivor.variants],
    survivor.orcid = coalesce(survivor.orcid, a.orcid)
FOREACH (hides IN CASE WHEN a:HidesName THEN [true] ELSE [] END |
  SET survivor:HidesName, survivor.hiddenVariants = coalesce(survivor.hiddenVariants, []) + a.hiddenVariants)
REMOVE a:Author
SET a:Retired, a.retiredAt = $at, a.retiredBy = row.decision
MERGE (a)-[:REPLACED_BY]->(survivor)
