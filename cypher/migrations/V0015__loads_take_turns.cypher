// Locked by the process that loads.
CREATE CONSTRAINT load_turn_id_unique IF NOT EXISTS FOR (t:LoadTurn) REQUIRE t.id IS UNIQUE;
