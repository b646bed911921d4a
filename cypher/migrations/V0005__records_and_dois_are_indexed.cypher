CREATE INDEX recorded_in_record_id_range FOR ()-[r:RECORDED_IN]-() ON (r.recordId);
CREATE INDEX paper_doi_range FOR (n:Paper) ON (n.doi);
