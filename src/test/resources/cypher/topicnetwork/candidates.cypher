// What orders and counts the nodes of a neighbourhood.
// $topics: list of topic ids; $selected: list of paper ids, null for all; $methods: list; $minScore
// returns: id, labelKey, papers
UNWIND $topics AS id
MATCH (t:Topic {id: id})
RETURN id, t.labelKey AS labelKey,
       COUNT {
         MATCH (t)<-[r:CITES_TOPIC]-(p:Paper)
         WHERE ($selected IS NULL OR p.id IN $selected) AND r.method IN $methods AND r.score >= $minScore
         RETURN DISTINCT p
       } AS papers
