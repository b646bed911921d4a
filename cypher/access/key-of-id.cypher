// The key with an id.
// $id
// returns: id, label, role, createdAt, expiresAt, no row if there is none
MATCH (k:ApiKey {id: $id})
RETURN k.id AS id, k.label AS label, coalesce(k.role, 'ADMIN') AS role, k.createdAt AS createdAt, k.expiresAt AS expiresAt
