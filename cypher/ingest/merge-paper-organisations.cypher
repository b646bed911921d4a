// Organisations a source names for a paper without saying for which author.
// $rows: paper, organisation
// allow: CartesianProduct because each side is one row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper}), (o:Organisation {id: row.organisation})
MERGE (p)-[:FROM_ORGANISATION]->(o)
