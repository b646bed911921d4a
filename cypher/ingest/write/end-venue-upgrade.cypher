// The venues of all papers are nodes.
MATCH (v:GraphVersion {id: 'graph'})
REMOVE v.venuesArePending
