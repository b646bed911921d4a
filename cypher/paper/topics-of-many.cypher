// Topics of each paper, highest score first.
// $ids: list of paper ids; $methods, $schemes: lists, null for all; $first: how many for each paper
// returns: of, id, label, altLabels, scheme, score, method, evidence,
//   records (source id, space, record id; none if the paper has only one)
UNWIND $ids AS of
CALL (of) {
  MATCH (:Paper {id: of})-[r:CITES_TOPIC]->(t:Topic)
  WHERE ($methods IS NULL OR r.method IN $methods) AND ($schemes IS NULL OR t.scheme IN $schemes)
  RETURN r, t
  ORDER BY r.score DESC, t.labelKey, t.id
  LIMIT $first
}
RETURN of, t.id AS id, t.label AS label, t.altLabels AS altLabels, t.scheme AS scheme,
       r.score AS score, r.method AS method, coalesce(r.evidence, []) AS evidence,
       coalesce(r.records, []) AS records
