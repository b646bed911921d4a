// Topics by id.
// $ids: list of topic ids
// returns: id, label, altLabels, scheme
UNWIND $ids AS id
MATCH (t:Topic {id: id})
RETURN t.id AS id, t.label AS label, t.altLabels AS altLabels, t.scheme AS scheme
