// All sources with the number of their records, by name.
// returns: id, name, kind, licence, attribution, records, lastLoaded
MATCH (s:Source)
RETURN s.id AS id, s.name AS name, s.kind AS kind, s.licence AS licence, s.attribution AS attribution,
       coalesce(s.records, 0) AS records, s.lastLoaded AS lastLoaded
ORDER BY name, s.id
