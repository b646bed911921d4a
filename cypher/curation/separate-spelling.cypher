// Makes a spelling that was merged by rule an author of its own, whom the sources know by it from now on.
// $author, $new: ids; $name: the spelling; $nameKey; $papers: ids
MATCH (a:Author {id: $author})
CREATE (n:Author {id: $new, name: $name, nameKey: $nameKey, nameKeys: [$nameKey], variants: [$name]})
SET a.variants = [each IN a.variants WHERE each <> $name]
WITH a, n
CALL (a, n) {
  MATCH (a)-[old:RECORDED_IN {recordId: $name}]->(s:Source)
  CREATE (n)-[:RECORDED_IN {recordId: $name, at: old.at}]->(s)
  DELETE old
}
UNWIND $papers AS paper
MATCH (p:Paper {id: paper})-[old:AUTHORED_BY]->(a)
CREATE (p)-[new:AUTHORED_BY]->(n)
SET new = properties(old)
DELETE old
