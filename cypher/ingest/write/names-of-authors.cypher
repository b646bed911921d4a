// Names of authors.
// $ids
// returns: id, name, variants, orcid
UNWIND $ids AS id
MATCH (a:Author {id: id})
RETURN a.id AS id, a.name AS name, a.variants AS variants, a.orcid AS orcid
