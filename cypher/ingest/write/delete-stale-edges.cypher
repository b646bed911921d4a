// Withdraws what records said about their papers before and no longer say; an edge without records is deleted. Citations are
// linked again at the end of a load.
// $rows: id, record, targets (ids of authors, organisations and venues, and method and id of topics)
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})-[r:AUTHORED_BY|CITES_TOPIC|FROM_ORGANISATION|PUBLISHED_IN|CITES]->(target)
WHERE NOT target:Retired AND row.record IN coalesce(r.records, [row.record])
  AND NOT coalesce(r.method + ' ', '') + target.id IN row.targets AND NOT coalesce(r.statedAuthor, '') IN row.targets
SET r.records = [each IN r.records WHERE each <> row.record]
WITH r
WHERE size(coalesce(r.records, [])) = 0
DELETE r
