// The ties among some authors, each pair once in id order.
// $authors: list of author ids; $selected: list of paper ids, null for all;
// $counting: FULL, FRACTIONAL or REFINED; $maxAuthors: papers with more make no ties
// returns: source, target, weight, papers, firstYear, lastYear, isUpperBound
UNWIND $authors AS source
MATCH (a:Author {id: source})<-[:AUTHORED_BY]-(p:Paper)
WHERE $selected IS NULL OR p.id IN $selected
WITH source, p, COUNT { (p)-[:AUTHORED_BY]->() } AS listed
WITH source, p, CASE WHEN p.authorCount > listed THEN p.authorCount ELSE listed END AS n,
     NOT p.authorsComplete AND p.authorCount IS NULL AS unknownCount
WHERE n <= $maxAuthors
MATCH (p)-[:AUTHORED_BY]->(b:Author)
WHERE b.id > source AND b.id IN $authors
WITH source, b.id AS target, count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear,
     max(unknownCount) AS unknownCount,
     sum(CASE $counting WHEN 'FULL' THEN 1.0 WHEN 'FRACTIONAL' THEN 1.0 / (n - 1) ELSE 2.0 / (n * (n - 1)) END) AS weight
RETURN source, target, weight, papers, firstYear, lastYear, $counting <> 'FULL' AND unknownCount AS isUpperBound
