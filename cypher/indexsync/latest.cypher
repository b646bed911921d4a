// The latest entry of the change log; version 0 before the first.
// returns: version, at
RETURN coalesce(head(COLLECT { MATCH (v:GraphVersion {id: 'graph'}) RETURN v.version }), 0) AS version,
       coalesce(head(COLLECT {
         MATCH (v:GraphVersion {id: 'graph'}) MATCH (c:GraphChange {version: v.version}) RETURN c.at
       }), '') AS at
