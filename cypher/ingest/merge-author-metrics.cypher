// What a source reports of an author.
// $rows: id, about, source, name, value
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (a:Author {id: row.about}), (s:Source {id: row.source})
MERGE (m:ReportedMetric {id: row.id})
SET m.name = row.name, m.value = row.value
MERGE (m)-[:ABOUT]->(a)
MERGE (m)-[:REPORTED_BY]->(s)
