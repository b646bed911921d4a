// Writes what a source reports about organisations.
// $source: id; $rows: id, about, name, value
MATCH (s:Source {id: $source})
UNWIND $rows AS row
MATCH (o:Organisation {id: row.about})
MERGE (m:ReportedMetric {id: row.id})
SET m.name = row.name, m.value = row.value
MERGE (m)-[:ABOUT]->(o)
MERGE (m)-[:REPORTED_BY]->(s)
