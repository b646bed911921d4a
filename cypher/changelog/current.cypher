// The version of the graph.
// returns: version
RETURN coalesce(head(COLLECT { MATCH (v:GraphVersion {id: 'graph'}) RETURN v.version }), 0) AS version
