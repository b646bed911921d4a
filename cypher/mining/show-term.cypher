// Makes a mined term a topic of a vocabulary, as it is offered or taken over; papers keep it.
// $id; $method: of its papers; $properties: of the topic
MATCH (t:Topic|Suppressed {id: $id})
REMOVE t:Suppressed
SET t:Topic
SET t += $properties
WITH t
MATCH (:Paper)-[r:CITES_TOPIC]->(t)
WHERE r.method <> 'ASSERTED'
SET r.method = $method
