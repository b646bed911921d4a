// A mined term, locked until the transaction ends, and whether terms are being mined.
// $id; $source: of mined terms
// returns: minedLabel, label, altLabels, cValue, papers, isSuppressed, citedBy (ids of papers), isMining
MATCH (t:Topic|Suppressed {id: $id})
WHERE t.cValue IS NOT NULL
SET t.isBeingCurated = true
REMOVE t.isBeingCurated
RETURN coalesce(t.minedLabel, t.label) AS minedLabel, t.label AS label, t.altLabels AS altLabels, t.cValue AS cValue,
       t.papers AS papers, t:Suppressed AS isSuppressed, [(p:Paper)-[:CITES_TOPIC]->(t) | p.id] AS citedBy,
       EXISTS { (:IngestRun {source: $source, state: 'RUNNING'}) } AS isMining
