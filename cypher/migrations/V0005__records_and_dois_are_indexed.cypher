CREATE INDEX recorded_in_record_id_range IF NOT EXISTS FOR ()-[r:RECORDED_IN]-() ON (r.recordId);
CREATE INDEX paper_doi_range IF NOT EXISTS FOR (n:Paper) ON (n.doi);
