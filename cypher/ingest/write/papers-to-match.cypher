// The next papers by id, with the texts in which labels are looked for and what was found in them of some schemes.
// $after: id of the last one before; $limit: number of papers; $schemes: list of names
// returns: id, title, abstract, matched (each topic, scheme, method, score, evidence), records (each name, given)
MATCH (p:Paper)
WHERE p.id > $after
WITH p
ORDER BY p.id
LIMIT $limit
WITH p, [(p)-[r:CITES_TOPIC]->(t:Topic) WHERE r.method <> 'ASSERTED' |
          {topic: t.id, scheme: t.scheme, method: r.method, score: r.score, evidence: r.evidence}] AS matched
RETURN p.id AS id, p.title AS title, p.abstract AS abstract,
       // Not above, where it would be looked up for each paper which topics the schemes have.
       [each IN matched WHERE each.scheme IN $schemes] AS matched,
       [(p)-[r:RECORDED_IN]->(s:Source) | {name: s.id + ' ' + r.recordId, given: coalesce(r.given, 0)}] AS records
ORDER BY id
