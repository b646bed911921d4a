// Entries of the audit log, the newest first.
// $before: id after all of them in time; $after: id before all of them in time; $limit
// returns: id, caller, callerName, role, address, action, arguments, outcome
MATCH (e:AuditEntry)
WHERE e.id < $before AND e.id > $after
RETURN e.id AS id, e.caller AS caller, e.callerName AS callerName, e.role AS role, e.address AS address,
       e.action AS action, e.arguments AS arguments, e.outcome AS outcome
ORDER BY id DESC
LIMIT $limit
