// Offers pairs of authors with similar names to curators, as refusals by rule; without pairs on a common paper, those of one name to
// whom a source gives two ids, and those about whom a curator or another rule has decided.
// $rows: id, authors (two ids), kind, names, evidence, score, method, at
UNWIND $rows AS row
MATCH (a:Author {id: row.authors[0]})
MATCH (b:Author {id: row.authors[1]})
WHERE NOT EXISTS { (a)<-[:AUTHORED_BY]-(:Paper)-[:AUTHORED_BY]->(b) }
  AND NOT (a.nameKey = b.nameKey AND EXISTS {
    MATCH (a)-[left:RECORDED_IN]->(s:Source)<-[right:RECORDED_IN]-(b)
    WHERE s.idScheme IS NOT NULL AND NOT left.recordId CONTAINS ' @ ' AND NOT right.recordId CONTAINS ' @ '
      AND NOT left.recordId IN a.variants + coalesce(a.hiddenVariants, [])
      AND NOT right.recordId IN b.variants + coalesce(b.hiddenVariants, [])
  })
  AND NOT EXISTS {
    MATCH (a)<-[:REPLACED_BY*0..]-()<-[:DECIDES]-(other:IdentityDecision)-[:DECIDES]->()-[:REPLACED_BY*0..]->(b)
    WHERE other.kind IN ['DIFFERENT', 'SPLIT'] AND other.undoneAt IS NULL OR other.kind = 'MERGE' AND other.undoneAt IS NOT NULL
       OR other.kind = 'REFUSAL' AND other.method <> row.method
  }
MERGE (d:IdentityDecision {id: row.id})
ON CREATE SET d.at = row.at
SET d.kind = row.kind, d.names = row.names, d.evidence = row.evidence, d.score = row.score, d.method = row.method
MERGE (d)-[:DECIDES]->(a)
MERGE (d)-[:DECIDES]->(b)
