CALL db.createProperty('sourceName');
CALL db.createProperty('sourceNameBy');
CALL db.createProperty('chosenName');
CALL db.createProperty('hiddenVariants');
CALL db.createProperty('nameBefore');
CALL db.createLabel('HidesName');
