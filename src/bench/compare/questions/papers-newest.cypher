// The newest papers, in the order of the index over Paper.publishedOn.
MATCH (p:Paper)
WHERE p.publishedOn IS NOT NULL
WITH p
ORDER BY p.publishedOn DESC, p.titleKey, p.id
LIMIT 20
RETURN {nodes: collect(p {.id, .title, .year, .publishedOn})} AS papers
