// The names, titles and labels of nodes, as written.
// $ids: list of ids of authors, papers, organisations, topics and venues
// returns: id, names (the main one first)
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Author {id: id})
  RETURN [a.name] + coalesce(a.variants, []) AS names
  UNION ALL
  MATCH (p:Paper {id: id})
  RETURN [p.title] AS names
  UNION ALL
  MATCH (o:Organisation {id: id})
  RETURN [o.name] + coalesce(o.aliases, []) AS names
  UNION ALL
  MATCH (t:Topic {id: id})
  RETURN [t.label] + coalesce(t.altLabels, []) AS names
  UNION ALL
  MATCH (v:Venue {id: id})
  RETURN [v.name] + coalesce(v.acronyms, []) AS names
}
RETURN id, names
