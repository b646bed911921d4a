// Fingerprints of all abstracts of other sources.
// $source: id of the source that asks
// returns: id, abstractFingerprint
MATCH (p:Paper)
WHERE p.abstractFingerprint IS NOT NULL AND NOT EXISTS { (p)-[:RECORDED_IN]->(:Source {id: $source}) }
RETURN p.id AS id, p.abstractFingerprint AS abstractFingerprint
