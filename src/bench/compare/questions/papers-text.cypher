// The papers whose titles match best. The index stops at twenty for the least score, so that only hits that may stay are read.
CALL db.index.fulltext.queryNodes('paper_title_fulltext', $query, {limit: 20}) YIELD score
WITH min(score) AS least
CALL db.index.fulltext.queryNodes('paper_title_fulltext', $query) YIELD node, score
WHERE score >= least
WITH node AS p, score
ORDER BY score DESC, p.titleKey, p.id
LIMIT 20
RETURN {nodes: collect(p {.id, .title, .year, .publishedOn})} AS papers
