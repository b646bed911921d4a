// How large the graph is.
// returns: nodes
MATCH (n)
RETURN count(n) AS nodes
