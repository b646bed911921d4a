// Which paper cites which, by what record; a paper that cites itself through a merge does not.
// $rows: citing, cited, record
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (citing:Paper {id: row.citing}), (cited:Paper {id: row.cited})
WHERE citing <> cited
MERGE (citing)-[r:CITES]->(cited)
SET r.records = [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record
