// Number of papers to read.
// returns: papers
MATCH (p:Paper)
RETURN count(p) AS papers
