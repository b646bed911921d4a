// Ids of authors that were merged into each author.
// $ids: list of author ids
// returns: of, id
UNWIND $ids AS of
MATCH (:Author {id: of})<-[:REPLACED_BY*1..]-(former:Retired)
RETURN DISTINCT of, former.id AS id
ORDER BY of, id
