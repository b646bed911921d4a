// Merges an author into another one. What papers state stays at their edges; on papers that list both, the edge of the merged
// author stays where it is.
// $merged, $survivor, $decision: ids; $at: ISO 8601
// returns: papers (ids of those that moved to the survivor), joint (ids of those that list both)
// allow: CartesianProduct because each side is one row
MATCH (a:Author {id: $merged}), (survivor:Author {id: $survivor})
CALL (a, survivor) {
  MATCH (p:Paper)-[old:AUTHORED_BY]->(a)
  WHERE NOT EXISTS { (p)-[:AUTHORED_BY]->(survivor) }
  CREATE (p)-[new:AUTHORED_BY]->(survivor)
  SET new = properties(old), new.statedAuthor = coalesce(old.statedAuthor, a.id)
  DELETE old
  RETURN collect(p.id) AS papers
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
SET a:Retired, a.retiredAt = $at, a.retiredBy = $decision
MERGE (a)-[:REPLACED_BY]->(survivor)
RETURN papers, [(p:Paper)-[:AUTHORED_BY]->(a) | p.id] AS joint
