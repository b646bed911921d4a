CREATE CONSTRAINT api_key_id_unique FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_hash_unique FOR (n:ApiKey) REQUIRE n.hash IS UNIQUE;
CREATE INDEX author_orcid_range FOR (n:Author) ON (n.orcid);
CREATE INDEX organisation_ror_range FOR (n:Organisation) ON (n.ror);
