// All keys, the oldest first. Keys without a role are older than roles and may do everything.
// returns: id, label, role, createdAt, expiresAt
MATCH (k:ApiKey)
RETURN k.id AS id, k.label AS label, coalesce(k.role, 'ADMIN') AS role, k.createdAt AS createdAt, k.expiresAt AS expiresAt
ORDER BY createdAt, id
