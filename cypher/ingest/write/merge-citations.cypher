// Links citing papers to cited ones; the edge names its records where the citing paper has several. A paper may cite itself.
// $rows: citing, cited, record
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (citing:Paper {id: row.citing}), (cited:Paper {id: row.cited})
MERGE (citing)-[r:CITES]->(cited)
SET r.records = CASE WHEN COUNT { (citing)-[:RECORDED_IN]->() } > 1
                THEN [each IN coalesce(r.records, []) WHERE each <> row.record] + row.record END
