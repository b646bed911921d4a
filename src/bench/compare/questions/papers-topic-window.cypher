// The newest papers on a topic in a range of years.
MATCH (:Topic {id: $topic})<-[:CITES_TOPIC]-(p:Paper)
WHERE $from <= p.year <= $to
WITH DISTINCT p
ORDER BY p.publishedOn DESC, p.titleKey, p.id
LIMIT 20
RETURN {nodes: collect(p {.id, .title, .year, .publishedOn})} AS papers
