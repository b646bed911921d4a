// What a neighbourhood rests on.
// $topics: list of topic ids; $selected: list of paper ids, null for all; $methods: list; $minScore;
// $undated: ids of papers a window left out for want of a year
// returns: selected, considered, incomplete, withoutYear
// allow: CartesianProduct because each side is one row
CALL () {
  UNWIND $topics AS id
  MATCH (:Topic {id: id})<-[r:CITES_TOPIC]-(p:Paper)
  WHERE ($selected IS NULL OR p.id IN $selected) AND r.method IN $methods AND r.score >= $minScore
  WITH DISTINCT p
  RETURN count(p) AS considered, count(CASE WHEN NOT p.authorsComplete THEN 1 END) AS incomplete
}
CALL () {
  UNWIND $undated AS id
  MATCH (p:Paper {id: id})
  WHERE EXISTS {
    (p)-[r:CITES_TOPIC]->(t:Topic) WHERE t.id IN $topics AND r.method IN $methods AND r.score >= $minScore
  }
  RETURN count(p) AS withoutYear
}
RETURN CASE WHEN $selected IS NULL THEN COUNT { (:Paper) } ELSE size($selected) END AS selected,
       considered, incomplete, withoutYear
