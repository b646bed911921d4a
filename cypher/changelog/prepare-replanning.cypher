// Samples the indexes that have changed much, and clears the cache of query plans.
// $seconds: maximum time to wait for the samples
// returns: nothing
CALL db.prepareForReplanning($seconds)
