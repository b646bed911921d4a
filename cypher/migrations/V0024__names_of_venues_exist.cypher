CALL db.createProperty('acronyms');
CALL db.createProperty('venuesArePending');
CALL db.createRelationshipType('PUBLISHED_IN');
