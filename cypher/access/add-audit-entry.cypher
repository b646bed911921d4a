// Adds an entry to the audit log.
// $id, $caller: id or null; $callerName; $role; $address; $action; $arguments; $outcome
// returns: id
CREATE (e:AuditEntry {
  id: $id, caller: $caller, callerName: $callerName, role: $role, address: $address, action: $action,
  arguments: $arguments, outcome: $outcome
})
RETURN e.id AS id
