CREATE INDEX decision_rank_range IF NOT EXISTS FOR (n:IdentityDecision) ON (n.rank);
CREATE INDEX decision_at_range IF NOT EXISTS FOR (n:IdentityDecision) ON (n.at, n.id);
