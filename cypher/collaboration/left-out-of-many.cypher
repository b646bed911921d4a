// Papers of each author that make no ties.
// $authors: list of author ids; $selected: list of paper ids, null for all; $maxAuthors;
// $undated: ids of papers a window left out for want of a year
// returns: of, overAuthorLimit, withoutYear
UNWIND $authors AS of
MATCH (a:Author {id: of})
CALL (a) {
  MATCH (a)<-[:AUTHORED_BY]-(p:Paper)
  WHERE ($selected IS NULL OR p.id IN $selected)
    AND (p.authorCount > $maxAuthors OR COUNT { (p)-[:AUTHORED_BY]->() } > $maxAuthors)
  RETURN count(p) AS overAuthorLimit
}
RETURN of, overAuthorLimit, COUNT { (a)<-[:AUTHORED_BY]-(p:Paper) WHERE p.id IN $undated } AS withoutYear
