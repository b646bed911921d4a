// Writes sources.
// $rows: id, name, kind, sha256, licence, attribution, idScheme, records, lastLoaded, nameTreatments
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
SET s.name = row.name, s.kind = row.kind, s.sha256 = row.sha256, s.licence = row.licence,
    s.attribution = row.attribution, s.idScheme = row.idScheme, s.records = row.records, s.lastLoaded = row.lastLoaded,
    s.nameTreatments = coalesce(s.nameTreatments, [])
      + [each IN row.nameTreatments WHERE NOT each IN coalesce(s.nameTreatments, [])]
