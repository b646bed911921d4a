// An ORCID leads to the author whom its author was merged into.
CREATE INDEX retired_orcid_range IF NOT EXISTS FOR (n:Retired) ON (n.orcid);
