// Papers by id. A source alone on its paper may change it; one that joins others only fills in what they left open.
// $rows: id, properties, isOwn, recordId, source, at
UNWIND $rows AS row
MATCH (s:Source {id: row.source})
MERGE (p:Paper {id: row.id})
WITH p, row, s, properties(p) AS before, row.isOwn OR p.title IS NULL AS mayChange
SET p += row.properties
SET p += CASE WHEN mayChange THEN {} ELSE before END
SET p.categories = CASE WHEN mayChange THEN row.properties.categories
      ELSE before.categories + [each IN row.properties.categories WHERE NOT each IN before.categories] END,
    p.authorsComplete = row.properties.authorsComplete OR (NOT mayChange AND before.authorsComplete),
    p.isRetracted = row.properties.isRetracted OR (NOT mayChange AND before.isRetracted)
MERGE (p)-[r:RECORDED_IN {recordId: row.recordId}]->(s)
ON CREATE SET r.at = row.at
