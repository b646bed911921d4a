// Nodes that retired ones were merged into.
// $ids: list
// returns: retired, id
UNWIND $ids AS retired
MATCH (:Retired {id: retired})-[:REPLACED_BY*1..]->(n:Author|Organisation|Paper)
RETURN retired, n.id AS id
