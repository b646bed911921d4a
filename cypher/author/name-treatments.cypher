// How the authors of each source with papers were disambiguated.
// returns: source (its name), treatments (in the order in which they were used; empty if a load of before did not record it)
MATCH (s:Source)
WHERE s.records > 0
RETURN s.name AS source, coalesce(s.nameTreatments, []) AS treatments
ORDER BY source, s.id
