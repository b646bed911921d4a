// A page of papers in order.
// $selected: list of paper ids, null for all; $order, $skip, $limit
// returns: paper
MATCH (p:Paper)
WHERE $selected IS NULL OR p.id IN $selected
WITH p
ORDER BY CASE $order WHEN 'MOST_CITED' THEN coalesce(p.citationCount, -1) END DESC,
         CASE $order WHEN 'NEWEST' THEN coalesce(p.publishedOn, '') END DESC,
         CASE $order WHEN 'OLDEST' THEN coalesce(p.publishedOn, '~') END,
         p.titleKey, p.id
SKIP $skip LIMIT $limit
RETURN p AS paper
