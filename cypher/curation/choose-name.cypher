// Sets the name that a curator chose for an author.
// $author: id; $name: null for none
// returns: earlier (the name chosen before, null for none)
MATCH (a:Author {id: $author})
WITH a, a.chosenName AS earlier
SET a.chosenName = $name
RETURN earlier
