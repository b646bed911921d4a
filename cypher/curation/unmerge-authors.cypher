// Makes a merged author one of its own again, with its papers: those that moved then, and those whose records have named it
// since; without those that a decision about the survivor that stands has brought there. The survivor keeps the spellings and
// the ORCID that it had before, has got since or has from others who were merged into it.
// $merged, $survivor: ids; $papers: ids of those that moved; $variants, $orcid: what the survivor had before
// returns: papers (ids of all that name the author now, among them those that always did beside the survivor)
MATCH (a:Retired {id: $merged})-[replaced:REPLACED_BY]->(survivor:Author {id: $survivor})
DELETE replaced
REMOVE a:Retired, a.retiredAt, a.retiredBy
SET a:Author
WITH a, survivor, COLLECT {
  MATCH (survivor)<-[:DECIDES {position: 0}]-(d:IdentityDecision {kind: 'MERGE'})-[:DECIDES {position: 1}]->(other:Retired)
  WHERE d.undoneAt IS NULL
  RETURN other ORDER BY d.sequence, d.at, d.id
} AS others
SET survivor.variants = [each IN survivor.variants
                         WHERE each IN $variants OR NOT each IN a.variants OR any(other IN others WHERE each IN other.variants)],
    survivor.orcid = CASE WHEN survivor.orcid = a.orcid AND coalesce($orcid, '') <> a.orcid
                     THEN head([other IN others WHERE other.orcid IS NOT NULL | other.orcid]) ELSE survivor.orcid END
WITH a, survivor, [(earlier:Retired)-[:REPLACED_BY*1..]->(a) | earlier.id] + a.id AS people
CALL (a, survivor, people) {
  MATCH (p:Paper)-[old:AUTHORED_BY]->(survivor)
  WHERE p.id IN $papers OR old.statedAuthor IN people AND NOT EXISTS {
    MATCH (survivor)<-[:DECIDES]-(other:IdentityDecision)
    WHERE other.undoneAt IS NULL AND p.id IN other.papers
  }
  CREATE (p)-[new:AUTHORED_BY]->(a)
  SET new = properties(old), new.statedAuthor = nullIf(coalesce(old.statedAuthor, survivor.id), a.id)
  DELETE old
}
RETURN [(p:Paper)-[:AUTHORED_BY]->(a) | p.id] AS papers
