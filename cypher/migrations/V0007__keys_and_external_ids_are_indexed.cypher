CREATE CONSTRAINT api_key_id_unique IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_hash_unique IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.hash IS UNIQUE;
CREATE INDEX author_orcid_range IF NOT EXISTS FOR (n:Author) ON (n.orcid);
CREATE INDEX organisation_ror_range IF NOT EXISTS FOR (n:Organisation) ON (n.ror);
