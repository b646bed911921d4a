// Names that nothing has before the first curation, so that no statement warns of them.
CALL db.createLabel('Retired');
CALL db.createLabel('Suppressed');
CALL db.createProperty('statedAuthor');
CALL db.createProperty('isBeingCurated');
CALL db.createProperty('score');
CALL db.createProperty('reason');
CALL db.createProperty('undoneAt');
CALL db.createProperty('sequence');
CALL db.createProperty('papers');
CALL db.createProperty('variantsBefore');
CALL db.createProperty('orcidBefore');
CALL db.createRelationshipType('DECIDES');
