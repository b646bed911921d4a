// The key with a hash.
// $hash: hexadecimal SHA-256 of the key
// returns: id, label, role, createdAt, expiresAt, no row if there is none
MATCH (k:ApiKey {hash: $hash})
RETURN k.id AS id, k.label AS label, coalesce(k.role, 'ADMIN') AS role, k.createdAt AS createdAt, k.expiresAt AS expiresAt
