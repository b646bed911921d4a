// Writes sources.
// $rows: id, name, kind, sha256, licence, attribution, idScheme, records, lastLoaded
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
SET s.name = row.name, s.kind = row.kind, s.sha256 = row.sha256, s.licence = row.licence,
    s.attribution = row.attribution, s.idScheme = row.idScheme, s.records = row.records, s.lastLoaded = row.lastLoaded
