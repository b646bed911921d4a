// Keeps a new key by its hash.
// $id; $hash: hexadecimal SHA-256 of the key; $label; $createdAt: ISO 8601
// returns: id
MERGE (k:ApiKey {id: $id})
SET k.hash = $hash, k.label = $label, k.createdAt = $createdAt
RETURN k.id AS id
