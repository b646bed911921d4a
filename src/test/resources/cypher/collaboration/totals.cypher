// What a network rests on.
// $authors: list of author ids; $selected: list of paper ids, null for all; $maxAuthors;
// $undated: ids of papers a window left out for want of a year
// returns: considered, overAuthorLimit, incomplete, withoutYear
// allow: CartesianProduct because each side is one row
CALL () {
  UNWIND $authors AS id
  MATCH (:Author {id: id})<-[:AUTHORED_BY]-(p:Paper)
  WHERE $selected IS NULL OR p.id IN $selected
  WITH DISTINCT p
  RETURN count(p) AS considered,
         count(CASE WHEN p.authorCount > $maxAuthors OR COUNT { (p)-[:AUTHORED_BY]->() } > $maxAuthors THEN 1 END)
           AS overAuthorLimit,
         count(CASE WHEN NOT p.authorsComplete THEN 1 END) AS incomplete
}
CALL () {
  UNWIND $undated AS id
  MATCH (p:Paper {id: id})
  WHERE EXISTS { (p)-[:AUTHORED_BY]->(a:Author) WHERE a.id IN $authors }
  RETURN count(p) AS withoutYear
}
RETURN considered, overAuthorLimit, incomplete, withoutYear
