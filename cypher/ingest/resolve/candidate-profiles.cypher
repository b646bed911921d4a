// What other sources say of people: names as written, co-authors, organisations and years; without people of whom they say
// nothing. Co-authors on papers with more than 100 authors are left out: they say little.
// $source: id of the source being loaded; $ids: of people
// returns: id, names, coAuthors (list of {id, names}), organisations (list of {id, nameKey}), firstYear, lastYear
UNWIND $ids AS id
MATCH (a:Author|Suppressed {id: id})<-[r:AUTHORED_BY]-(p:Paper)
WHERE CASE WHEN r.records IS NULL THEN EXISTS { (p)-[:RECORDED_IN]->(s:Source) WHERE s.id <> $source }
      ELSE any(record IN r.records WHERE NOT record STARTS WITH $source + ' ') END
WITH a, collect(p) AS papers, collect(DISTINCT r.nameAsWritten) AS names,
     collect(coalesce(r.organisations, [])) AS organisationIds, min(p.year) AS firstYear, max(p.year) AS lastYear
CALL (a, papers) {
  UNWIND papers AS p
  MATCH (p)-[r:AUTHORED_BY]->(b:Author)
  WHERE b <> a AND NOT coalesce(p.authorCount, 0) > 100
    AND any(record IN coalesce(r.records, ['']) WHERE NOT record STARTS WITH $source + ' ')
  WITH b, collect(DISTINCT r.nameAsWritten) AS names
  RETURN collect({id: b.id, names: CASE WHEN size(names) > 0 THEN names ELSE [b.name] END}) AS coAuthors
}
CALL (organisationIds) {
  UNWIND organisationIds AS idsOfPaper
  UNWIND idsOfPaper AS organisation
  MATCH (o:Organisation {id: organisation})
  WITH DISTINCT o
  RETURN collect({id: o.id, nameKey: o.nameKey}) AS organisations
}
RETURN a.id AS id, CASE WHEN size(names) > 0 THEN names ELSE [a.name] END AS names, coAuthors, organisations, firstYear,
       lastYear
ORDER BY id
