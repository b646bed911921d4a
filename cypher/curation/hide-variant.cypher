// Hides a spelling of an author who is shown under another name.
// $author: id; $variant
// returns: name (that the author is shown under)
MATCH (a:Author {id: $author})
WHERE a.name <> $variant
SET a:HidesName, a.hiddenVariants = coalesce(a.hiddenVariants, []) + $variant
RETURN a.name AS name
