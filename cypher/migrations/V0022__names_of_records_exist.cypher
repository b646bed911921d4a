// Names that nothing has before the first load of records that state them, so that no statement warns of them.
CALL db.createProperty('otherVenues');
CALL db.createProperty('authorsCompleteness');
