// Shingle sketches of the abstracts of papers that have one.
// $ids: list of paper ids
// returns: id, fingerprint
UNWIND $ids AS id
MATCH (p:Paper {id: id})
WHERE p.abstractFingerprint IS NOT NULL
RETURN id, p.abstractFingerprint AS fingerprint
