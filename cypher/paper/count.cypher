// Number of papers, from the count store.
// returns: papers
RETURN COUNT { (:Paper) } AS papers
