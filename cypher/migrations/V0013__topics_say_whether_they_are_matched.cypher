// Names that only vocabularies of users and papers with abstracts bring.
CALL db.createProperty('hiddenLabels');
CALL db.createProperty('isMatched');
CALL db.createProperty('abstract');
