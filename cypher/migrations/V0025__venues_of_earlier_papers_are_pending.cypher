// The service makes nodes of them when it starts, since it folds their names.
MATCH (v:GraphVersion {id: 'graph'}) SET v.venuesArePending = true;
