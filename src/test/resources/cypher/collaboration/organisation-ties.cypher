// The ties between organisations, each pair once in id order.
// $selected: list of paper ids, null for all; $counting: FULL, FRACTIONAL or REFINED
// returns: source, target, weight, papers, firstYear, lastYear
MATCH (p:Paper)
WHERE $selected IS NULL OR p.id IN $selected
CALL (p) {
  MATCH (p)-[:FROM_ORGANISATION]->(o:Organisation)
  RETURN o.id AS id
  UNION
  MATCH (p)-[r:AUTHORED_BY]->(:Author)
  UNWIND r.organisations AS id
  RETURN id
}
WITH p, collect(id) AS ids
WITH p, ids, size(ids) AS n
UNWIND ids AS source
UNWIND ids AS target
WITH p, n, source, target
WHERE source < target
RETURN source, target, count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear,
       sum(CASE $counting WHEN 'FULL' THEN 1.0 WHEN 'FRACTIONAL' THEN 1.0 / (n - 1) ELSE 2.0 / (n * (n - 1)) END) AS weight
