// The authors of some papers.
// $papers: ids
// returns: id
UNWIND $papers AS paper
MATCH (:Paper {id: paper})-[:AUTHORED_BY]->(a:Author)
RETURN DISTINCT a.id AS id
