// All spellings that curators hid, with the name that each author is shown under.
// returns: hidden, name
MATCH (a:HidesName)
UNWIND a.hiddenVariants AS hidden
RETURN hidden, a.name AS name
