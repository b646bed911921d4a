// Names that nothing has before terms are mined and reviewed.
CALL db.createProperty('cValue');
CALL db.createProperty('minedLabel');
CALL db.createProperty('reviewedAt');
