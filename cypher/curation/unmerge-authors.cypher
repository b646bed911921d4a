// Makes a merged author one of its own again, with its papers: those that moved then, and those whose records have named it
// since.
// $merged, $survivor: ids; $papers: ids of those that moved; $variants, $orcid: what the survivor had before
// returns: papers (ids of all that name the author now, among them those that always did beside the survivor)
MATCH (a:Retired {id: $merged})-[replaced:REPLACED_BY]->(survivor:Author {id: $survivor})
DELETE replaced
REMOVE a:Retired, a.retiredAt, a.retiredBy
SET a:Author, survivor.variants = $variants, survivor.orcid = $orcid
WITH a, survivor, [(earlier:Retired)-[:REPLACED_BY*1..20]->(a) | earlier.id] + a.id AS people
CALL (a, survivor, people) {
  MATCH (p:Paper)-[old:AUTHORED_BY]->(survivor)
  WHERE p.id IN $papers OR old.statedAuthor IN people
  CREATE (p)-[new:AUTHORED_BY]->(a)
  SET new = properties(old), new.statedAuthor = CASE WHEN old.statedAuthor <> a.id THEN old.statedAuthor END
  DELETE old
}
RETURN [(p:Paper)-[:AUTHORED_BY]->(a) | p.id] AS papers
