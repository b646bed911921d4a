// Fingerprints of all abstracts of papers that a source does not have.
// $source: id of the source being loaded
// returns: id, abstractFingerprint
MATCH (p:Paper)
WHERE p.abstractFingerprint IS NOT NULL AND NOT EXISTS { (p)-[:RECORDED_IN]->(:Source {id: $source}) }
RETURN p.id AS id, p.abstractFingerprint AS abstractFingerprint
