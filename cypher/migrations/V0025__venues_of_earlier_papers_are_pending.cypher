// The service makes nodes of them when it starts, since it folds their names.
MATCH (v:GraphVersion {id: 'graph'})
WHERE EXISTS { MATCH (p:Paper) WHERE p.venue IS NOT NULL } AND NOT EXISTS { MATCH (:Venue) }
SET v.venuesArePending = true;
