// Papers in order.
// $selected: list of paper ids, null for all; $order
// returns: id
MATCH (p:Paper)
WHERE $selected IS NULL OR p.id IN $selected
RETURN p.id AS id
ORDER BY CASE $order WHEN 'MOST_CITED' THEN coalesce(p.citationCount, -1) END DESC,
         CASE $order WHEN 'NEWEST' THEN coalesce(p.publishedOn, '') END DESC,
         CASE $order WHEN 'OLDEST' THEN coalesce(p.publishedOn, '~') END,
         p.titleKey, id
