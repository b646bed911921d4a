// Everyone who wrote a selected paper.
// $selected: list of paper ids, null for all
// returns: id
MATCH (p:Paper)-[:AUTHORED_BY]->(a:Author)
WHERE $selected IS NULL OR p.id IN $selected
RETURN DISTINCT a.id AS id
