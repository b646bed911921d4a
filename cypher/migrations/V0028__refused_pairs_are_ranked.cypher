CALL db.createProperty('rank');
CALL db.createProperty('papersAtStake');
CALL db.createProperty('nameTreatments');
// As rank-candidates does from now on.
MATCH (d:IdentityDecision {kind: 'REFUSAL'})
CALL (d) {
  MATCH (d)-[:DECIDES]->(a:Author)
  WITH collect(a) AS pair, min(COUNT { (a)<-[:AUTHORED_BY]-() }) AS papers
  WITH pair[0] AS left, pair[1] AS right, papers
  RETURN CASE WHEN right IS NULL OR EXISTS {
           MATCH (left)<-[:REPLACED_BY*0..]-()<-[:DECIDES]-(other:IdentityDecision {kind: 'DIFFERENT'})-[:DECIDES]->()-[:REPLACED_BY*0..]->(right)
           WHERE other.undoneAt IS NULL
         } THEN null ELSE papers END AS papers
}
SET d.papersAtStake = papers, d.rank = right('000000' + toString(9999999 - papers), 7) + ' ' + d.id;
