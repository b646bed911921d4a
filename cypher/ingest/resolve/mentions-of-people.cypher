// What records of a source say on the papers of some of its people. A person who was merged since is asked for by the id that
// records state.
// $source: id; $ids: of people
// returns: person (id), recordId, name (as written), title, venue, year, authors (each name, ORCID and folded names of
//   organisations), references
UNWIND $ids AS id
MATCH (own:Author|Retired|Suppressed {id: id})
OPTIONAL MATCH (own)-[:REPLACED_BY*1..]->(survivor:Author|Suppressed)
WITH id, coalesce(survivor, own) AS current
MATCH (current)<-[r:AUTHORED_BY]-(p:Paper)-[recorded:RECORDED_IN]->(:Source {id: $source})
WHERE coalesce(r.statedAuthor, current.id) = id AND r.nameAsWritten IS NOT NULL
RETURN id AS person, recorded.recordId AS recordId, r.nameAsWritten AS name, p.title AS title, p.venue AS venue, p.year AS year,
       COLLECT {
         MATCH (p)-[each:AUTHORED_BY]->(a)
         WHERE each.nameAsWritten IS NOT NULL
         WITH each, a, COLLECT {
           UNWIND coalesce(each.organisations, []) AS organisation
           MATCH (o:Organisation {id: organisation})
           RETURN o.nameKey
         } AS organisations
         ORDER BY each.position, a.id
         RETURN [each.nameAsWritten, a.orcid, organisations]
       } AS authors,
       coalesce(recorded.references, []) AS references
ORDER BY person, recordId
