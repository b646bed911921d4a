// How many papers there are.
// returns: papers
MATCH (p:Paper)
RETURN count(p) AS papers
