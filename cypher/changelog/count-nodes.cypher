// The number of nodes.
// returns: nodes
MATCH (n)
RETURN count(n) AS nodes
