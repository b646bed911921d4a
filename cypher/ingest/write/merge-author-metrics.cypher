// Writes what a source reports about authors.
// $source: id; $rows: id, about, name, value
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (a:Author {id: row.about})
MERGE (m:ReportedMetric {id: row.id})
SET m.name = row.name, m.value = row.value
MERGE (m)-[:ABOUT]->(a)
MERGE (m)-[:REPORTED_BY]->(s)
