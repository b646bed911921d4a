// Writes what a source reports about papers.
// $source: id; $rows: id, about, name, value
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (p:Paper {id: row.about})
MERGE (m:ReportedMetric {id: row.id})
SET m.name = row.name, m.value = row.value
MERGE (m)-[:ABOUT]->(p)
MERGE (m)-[:REPORTED_BY]->(s)
