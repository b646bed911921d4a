// The next papers by id, with the texts to match and the topics of some schemes found in them before.
// $after: id of the last paper before; $limit: number of papers; $schemes: names
// returns: id, title, abstract, matched (each topic, scheme, method, score, evidence), records (each name, given)
MATCH (p:Paper)
WHERE p.id > $after
WITH p
ORDER BY p.id
LIMIT $limit
WITH p, [(p)-[r:CITES_TOPIC]->(t:Topic) WHERE r.method <> 'ASSERTED' |
          {topic: t.id, scheme: t.scheme, method: r.method, score: r.score, evidence: r.evidence}] AS matched
RETURN p.id AS id, p.title AS title, p.abstract AS abstract,
       // Filtered here, since above the planner would look up all topics of the schemes for each paper.
       [each IN matched WHERE each.scheme IN $schemes] AS matched,
       [(p)-[r:RECORDED_IN]->(s:Source) | {name: s.id + ' ' + r.recordId, given: coalesce(r.given, 0)}] AS records
ORDER BY id
