// Spellings of each author's name on papers.
// $authors: list of author ids
// returns: id, variants, sourceName, chosenName, hiddenVariants, spellings (list of {name, papers, lastYear})
UNWIND $authors AS id
MATCH (a:Author {id: id})
RETURN id, a.variants AS variants, a.sourceName AS sourceName, a.chosenName AS chosenName,
       a.hiddenVariants AS hiddenVariants,
       COLLECT {
         MATCH (a)<-[r:AUTHORED_BY]-(p:Paper)
         WHERE r.nameAsWritten IS NOT NULL
         WITH r.nameAsWritten AS name, count(p) AS papers, max(p.year) AS lastYear
         RETURN {name: name, papers: papers, lastYear: lastYear}
       } AS spellings
