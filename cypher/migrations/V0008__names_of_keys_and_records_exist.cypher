CALL db.createProperty('createdAt');
CALL db.createProperty('idScheme');
CALL db.createProperty('externalIds');
CALL db.createProperty('organisations');
CALL db.createProperty('records');
