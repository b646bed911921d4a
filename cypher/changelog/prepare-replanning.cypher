// Has indexes sampled that have changed much since they were, and every statement planned anew.
// $seconds: how long to wait for the samples at most
// returns: nothing
CALL db.prepareForReplanning($seconds)
