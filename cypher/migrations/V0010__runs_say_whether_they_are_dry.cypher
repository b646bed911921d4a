MATCH (run:IngestRun) WHERE run.isDry IS NULL SET run.isDry = false;
