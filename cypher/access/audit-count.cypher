// Number of entries of the audit log.
// returns: entries
MATCH (e:AuditEntry)
RETURN count(e) AS entries
