// Ranks the refused pairs about authors, or about those they lead to, by how many papers would move if they were one: open ones
// by the papers of the author who has fewer, most first; others have no rank. Open are pairs of two authors whom no curator
// marked as different, also as part of people who were merged into them.
// $authors: ids
UNWIND $authors AS id
MATCH (:Author|Retired|Suppressed {id: id})-[:REPLACED_BY*0..]->()<-[:DECIDES]-(d:IdentityDecision {kind: 'REFUSAL'})
WITH DISTINCT d
CALL (d) {
  MATCH (d)-[:DECIDES]->(a:Author)
  WITH collect(a) AS pair, min(COUNT { (a)<-[:AUTHORED_BY]-() }) AS papers
  WITH pair[0] AS left, pair[1] AS right, papers
  RETURN CASE WHEN right IS NULL OR EXISTS {
           MATCH (left)<-[:REPLACED_BY*0..]-()<-[:DECIDES]-(other:IdentityDecision {kind: 'DIFFERENT'})-[:DECIDES]->()-[:REPLACED_BY*0..]->(right)
           WHERE other.undoneAt IS NULL
         } THEN null ELSE papers END AS papers
}
SET d.papersAtStake = papers, d.rank = right('000000' + toString(9999999 - papers), 7) + ' ' + d.id
