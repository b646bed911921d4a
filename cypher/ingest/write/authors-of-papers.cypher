// Everyone on some papers.
// $papers: list of ids
// returns: id
UNWIND $papers AS paper
MATCH (:Paper {id: paper})-[:AUTHORED_BY]->(a:Author)
RETURN DISTINCT a.id AS id
