// Returns a row while the transaction that acquired the load lock still holds it.
// returns: isTaken
MATCH (t:LoadTurn {id: 'graph'})
RETURN t.isTaken AS isTaken
