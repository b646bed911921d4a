// Ids without a node of their kind.
// $authors, $organisations, $topics: lists of ids
// returns: id
CALL () {
  UNWIND $authors AS id
  WITH DISTINCT id WHERE NOT EXISTS { (:Author {id: id}) }
  RETURN id
  UNION
  UNWIND $organisations AS id
  WITH DISTINCT id WHERE NOT EXISTS { (:Organisation {id: id}) }
  RETURN id
  UNION
  UNWIND $topics AS id
  WITH DISTINCT id WHERE NOT EXISTS { (:Topic {id: id}) }
  RETURN id
}
RETURN id
ORDER BY id
