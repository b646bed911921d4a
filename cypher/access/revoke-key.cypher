// Forgets a key.
// $id: id of the key
// returns: id, no row if there is none
MATCH (k:ApiKey {id: $id})
WITH k, k.id AS id
DELETE k
RETURN id
