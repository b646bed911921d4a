// Makes a mined term a topic, offered or promoted; papers keep it.
// $id; $method: of its edges from papers; $properties: of the topic
MATCH (t:Topic|Suppressed {id: $id})
REMOVE t:Suppressed
SET t:Topic
SET t += $properties
WITH t
MATCH (:Paper)-[r:CITES_TOPIC]->(t)
WHERE r.method <> 'ASSERTED'
SET r.method = $method
