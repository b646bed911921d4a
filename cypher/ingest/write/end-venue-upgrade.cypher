// Records that the venues of all papers are nodes.
// returns: id
MATCH (v:GraphVersion {id: 'graph'})
REMOVE v.venuesArePending
RETURN v.id AS id
