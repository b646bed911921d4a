// Writes venues named by papers, adding each new acronym.
// $rows: id, name, nameKey, nameKeys (folded name and acronyms), acronyms
UNWIND $rows AS row
MERGE (v:Venue {id: row.id})
ON CREATE SET v.name = row.name, v.nameKey = row.nameKey, v.nameKeys = row.nameKeys,
              v.acronyms = CASE WHEN size(row.acronyms) > 0 THEN row.acronyms END
ON MATCH SET v.nameKeys = v.nameKeys + [key IN row.nameKeys WHERE NOT key IN v.nameKeys]
WITH v, row, [each IN row.acronyms WHERE NOT each IN coalesce(v.acronyms, [])] AS added
WHERE size(added) > 0
SET v.acronyms = coalesce(v.acronyms, []) + added
