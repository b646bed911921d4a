CREATE CONSTRAINT graph_change_version_unique IF NOT EXISTS FOR (n:GraphChange) REQUIRE n.version IS UNIQUE;
CREATE CONSTRAINT retired_id_unique IF NOT EXISTS FOR (n:Retired) REQUIRE n.id IS UNIQUE;
