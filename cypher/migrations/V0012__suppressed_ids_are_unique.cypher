// People who are not shown keep their ids.
CREATE CONSTRAINT suppressed_id_unique IF NOT EXISTS FOR (n:Suppressed) REQUIRE n.id IS UNIQUE;
