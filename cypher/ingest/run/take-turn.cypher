// Waits until no other transaction has the turn, and has it until its own transaction ends, which is never committed.
MERGE (t:LoadTurn {id: 'graph'})
SET t.isTaken = true
