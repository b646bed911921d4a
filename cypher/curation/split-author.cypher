// Gives some papers of an author to a new one; what the papers state stays at their edges.
// $author, $new: ids; $papers: ids
MATCH (a:Author {id: $author})
WITH a, COLLECT {
  MATCH (a)<-[r:AUTHORED_BY]-(p:Paper)
  WHERE p.id IN $papers AND r.nameAsWritten IS NOT NULL
  RETURN DISTINCT r.nameAsWritten
} AS names
CREATE (n:Author {id: $new, name: a.name, nameKey: a.nameKey, nameKeys: a.nameKeys,
                  variants: CASE WHEN size(names) > 0 THEN names ELSE [a.name] END})
WITH a, n
UNWIND $papers AS paper
MATCH (p:Paper {id: paper})-[old:AUTHORED_BY]->(a)
CREATE (p)-[new:AUTHORED_BY]->(n)
SET new = properties(old), new.statedAuthor = coalesce(old.statedAuthor, a.id)
DELETE old
