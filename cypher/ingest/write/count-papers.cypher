// The number of papers.
// returns: papers
MATCH (p:Paper)
RETURN count(p) AS papers
