// What other sources say of people: with whom they wrote, where they were, and when. Papers of more than 100 authors say
// little of that. Those of whom they say nothing are left out.
// $source: id of the source that asks; $ids: of people
// returns: id, coAuthors (list of {id, nameKeys}), places (list of {id, nameKey}), firstYear, lastYear
UNWIND $ids AS id
MATCH (a:Author|Suppressed {id: id})<-[r:AUTHORED_BY]-(p:Paper)
WHERE CASE WHEN r.records IS NULL THEN EXISTS { (p)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source }
      ELSE any(record IN r.records WHERE NOT record STARTS WITH $source + ' ') END
WITH a, collect(p) AS papers, collect(coalesce(r.organisations, [])) AS organisations, min(p.year) AS firstYear,
     max(p.year) AS lastYear
CALL (a, papers) {
  UNWIND papers AS p
  MATCH (p)-[r:AUTHORED_BY]->(b:Author)
  WHERE b <> a AND NOT coalesce(p.authorCount, 0) > 100
    AND any(record IN coalesce(r.records, ['']) WHERE NOT record STARTS WITH $source + ' ')
  WITH DISTINCT b
  RETURN collect({id: b.id, nameKeys: b.nameKeys}) AS coAuthors
}
CALL (organisations) {
  UNWIND organisations AS some
  UNWIND some AS organisation
  MATCH (o:Organisation {id: organisation})
  WITH DISTINCT o
  RETURN collect({id: o.id, nameKey: o.nameKey}) AS places
}
RETURN a.id AS id, coAuthors, places, firstYear, lastYear
ORDER BY id
