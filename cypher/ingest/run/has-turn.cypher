// Whether the transaction that took the turn still has it.
// returns: isTaken
MATCH (t:LoadTurn {id: 'graph'})
RETURN t.isTaken AS isTaken
