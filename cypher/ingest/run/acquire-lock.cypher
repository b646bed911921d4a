// Waits until no other transaction holds the load lock, and holds it until its own transaction ends, which is never committed.
MERGE (t:LoadTurn {id: 'graph'})
SET t.isTaken = true
