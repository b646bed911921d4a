// Spellings of each author's name on papers.
// $authors: list of author ids
// returns: id, variants, spellings (list of {name, papers, lastYear})
UNWIND $authors AS id
MATCH (a:Author {id: id})
RETURN id, a.variants AS variants,
       COLLECT {
         MATCH (a)<-[r:AUTHORED_BY]-(p:Paper)
         WHERE r.nameAsWritten IS NOT NULL
         WITH r.nameAsWritten AS name, count(p) AS papers, max(p.year) AS lastYear
         RETURN {name: name, papers: papers, lastYear: lastYear}
       } AS spellings
