// Runs of before had no warnings.
MATCH (run:IngestRun)
WHERE run.warned IS NULL
SET run.warned = [], run.warnings = [];
