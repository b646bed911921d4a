// A row if the venues of papers are not nodes yet.
// returns: isPending
MATCH (v:GraphVersion {id: 'graph'})
WHERE v.venuesArePending
RETURN true AS isPending
