// The authors who write most on a topic; a paper of n authors counts 1/n for each.
MATCH (t:Topic {id: $topic})
RETURN {experts: COLLECT {
  MATCH (t)<-[:CITES_TOPIC]-(p:Paper)
  WITH DISTINCT p, COUNT { (p)-[:AUTHORED_BY]->() } AS listed
  WITH p, CASE WHEN p.authorCount > listed THEN p.authorCount ELSE listed END AS n
  MATCH (p)-[:AUTHORED_BY]->(a:Author)
  WITH a, sum(1.0 / n) AS score, count(p) AS papers, max(p.year) AS lastYear
  ORDER BY round(score, 9) DESC, papers DESC, a.nameKey, a.id
  LIMIT 10
  RETURN {score: score, papers: papers, share: 1.0 * papers / COUNT { (a)<-[:AUTHORED_BY]-() }, lastYear: lastYear,
          author: a {.id, .name}}
}} AS topic
