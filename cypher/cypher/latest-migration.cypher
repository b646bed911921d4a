// The last migration of the schema that was applied; no row in an empty graph.
// returns: version
MATCH (m:__Neo4jMigration)
WHERE NOT EXISTS { (m)-[:MIGRATED_TO]->() }
RETURN m.version AS version
