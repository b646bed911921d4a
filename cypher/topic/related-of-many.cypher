// Topics related to each topic, by label.
// $ids: list of topic ids
// returns: of, id, label, altLabels, scheme
UNWIND $ids AS of
MATCH (:Topic {id: of})-[:RELATED]-(t:Topic)
RETURN of, t.id AS id, t.label AS label, t.altLabels AS altLabels, t.scheme AS scheme
ORDER BY of, t.labelKey, id
