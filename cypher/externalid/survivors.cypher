// What retired ids lead to now.
// $ids: list
// returns: asked, id
UNWIND $ids AS asked
MATCH (:Retired {id: asked})-[:REPLACED_BY*1..20]->(n:Author|Organisation|Paper)
RETURN asked, n.id AS id
