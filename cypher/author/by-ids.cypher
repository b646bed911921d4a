// Authors by id.
// $ids: list of author ids
// returns: id, name, nameVariants, orcid, externalIds (scheme:value)
UNWIND $ids AS id
MATCH (a:Author {id: id})
RETURN a.id AS id, a.name AS name, a.variants AS nameVariants, a.orcid AS orcid,
       coalesce(a.externalIds, []) AS externalIds
