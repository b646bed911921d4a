// Waits until all indexes answer.
// returns: nothing
CALL db.awaitIndexes(3600)
