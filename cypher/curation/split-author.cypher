// Gives some papers of an author to a new one, with the spellings that no other paper of the author has; what the papers state
// stays at their edges.
// $author, $new: ids; $papers: ids
MATCH (a:Author {id: $author})
WITH a, COLLECT {
  MATCH (a)<-[r:AUTHORED_BY]-(p:Paper)
  WHERE p.id IN $papers AND r.nameAsWritten IS NOT NULL
  RETURN DISTINCT r.nameAsWritten
} AS names, COLLECT {
  MATCH (a)<-[r:AUTHORED_BY]-(p:Paper)
  WHERE NOT p.id IN $papers AND r.nameAsWritten IS NOT NULL
  RETURN DISTINCT r.nameAsWritten
} AS others
CREATE (n:Author {id: $new, name: a.name, nameKey: a.nameKey, nameKeys: a.nameKeys,
                  variants: CASE WHEN size(names) > 0 THEN names ELSE [a.name] END,
                  hiddenVariants: a.hiddenVariants})
FOREACH (hides IN CASE WHEN a:HidesName THEN [true] ELSE [] END | SET n:HidesName)
WITH a, n, [each IN a.variants WHERE NOT each IN names OR each IN others] AS left
SET a.variants = CASE WHEN size(left) > 0 THEN left ELSE a.variants END
WITH a, n
UNWIND $papers AS paper
MATCH (p:Paper {id: paper})-[old:AUTHORED_BY]->(a)
CREATE (p)-[new:AUTHORED_BY]->(n)
SET new = properties(old), new.statedAuthor = coalesce(old.statedAuthor, a.id)
DELETE old
