// The shortest path between two authors; of several the strongest, then the first by names.
MATCH (a:Author {id: $from}), (b:Author {id: $to})
OPTIONAL MATCH path = allShortestPaths((a)-[:CO_AUTHOR*..12]-(b))
WITH path, reduce(sum = 0.0, r IN relationships(path) | sum + 1.0 / r.papers) AS cost
ORDER BY round(cost, 9), [n IN nodes(path) | n.nameKey]
LIMIT 1
RETURN {distance: length(path), paths: CASE WHEN path IS NULL THEN [] ELSE [{
  length: length(path),
  cost: cost,
  authors: [n IN nodes(path) | n {.id, .name}],
  steps: [r IN relationships(path) | {paperCount: r.papers}]
}] END} AS collaborationPaths
