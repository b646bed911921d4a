// Number of papers of each organisation: those a source names it for, and those whose authors give it.
// $ids: list of organisation ids
// returns: of, papers
UNWIND $ids AS of
CALL (of) {
  MATCH (:Organisation {id: of})<-[:FROM_ORGANISATION]-(p:Paper)
  RETURN p
  UNION
  MATCH (:Organisation {id: of})<-[:AFFILIATED_WITH]-(:Author)<-[r:AUTHORED_BY]-(p:Paper)
  WHERE of IN r.organisations
  RETURN p
}
RETURN of, count(p) AS papers
