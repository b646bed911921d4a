// Titles and abstracts of all papers.
// returns: title, abstract
MATCH (p:Paper)
RETURN p.title AS title, p.abstract AS abstract
