// Which paper cites which, by what record; some records cite their own paper.
// $rows: citing, cited, record
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (citing:Paper {id: row.citing}), (cited:Paper {id: row.cited})
MERGE (citing)-[r:CITES]->(cited)
SET r.records = [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record
