// Shows a spelling of an author again.
// $author: id; $variant
MATCH (a:Author {id: $author})
SET a.hiddenVariants = [each IN a.hiddenVariants WHERE each <> $variant], a.variants = a.variants + $variant
