// Papers that a source does not have, with one of some titles or DOIs, and what decides whether a record is the same paper.
// $source: id of the source being loaded; $titleKeys, $dois: lists
// returns: id, titleKey, doi, year, abstractFingerprint, authors (list of {id, nameKeys}), given (a list, one for each record)
CALL () {
  UNWIND $titleKeys AS titleKey
  MATCH (p:Paper {titleKey: titleKey})
  RETURN p
  UNION
  UNWIND $dois AS doi
  MATCH (p:Paper {doi: doi})
  RETURN p
}
WITH p
WHERE NOT EXISTS { (p)-[:RECORDED_IN]->(:Source {id: $source}) }
RETURN p.id AS id, p.titleKey AS titleKey, p.doi AS doi, p.year AS year, p.abstractFingerprint AS abstractFingerprint,
       COLLECT { MATCH (p)-[:AUTHORED_BY]->(a:Author) RETURN {id: a.id, nameKeys: a.nameKeys} } AS authors,
       COLLECT { MATCH (p)-[r:RECORDED_IN]->() RETURN coalesce(r.given, 0) } AS given
ORDER BY id
