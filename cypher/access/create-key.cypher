// Keeps a new key by its hash.
// $id; $hash: hexadecimal SHA-256 of the key; $label; $role; $createdAt: ISO 8601; $expiresAt: ISO 8601 or null
// returns: id
CREATE (k:ApiKey {
  id: $id, hash: $hash, label: $label, role: $role, createdAt: $createdAt, expiresAt: $expiresAt
})
RETURN k.id AS id
