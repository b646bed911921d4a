// Spellings of authors that curators hid.
// $ids: of authors
// returns: of, variant
UNWIND $ids AS of
MATCH (a:Author {id: of})
UNWIND a.hiddenVariants AS variant
RETURN of, variant
ORDER BY of, variant
