// Names that nothing has before the first entry of the audit log, so that no statement warns of them.
CALL db.createLabel('AuditEntry');
CALL db.createProperty('label');
CALL db.createProperty('role');
CALL db.createProperty('createdAt');
CALL db.createProperty('expiresAt');
CALL db.createProperty('caller');
CALL db.createProperty('callerName');
CALL db.createProperty('address');
CALL db.createProperty('action');
CALL db.createProperty('arguments');
CALL db.createProperty('outcome');
