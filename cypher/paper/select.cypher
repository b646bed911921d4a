// The papers a filter lets through, and those it leaves out only for want of a year.
// $from, $to: years; $authorsAny, $organisationsAny, $topicsAny, $methods, $schemes, $categories, $venues, $types: lists,
// null for no condition; $authorsAll, $organisationsAll, $topicsAll: lists; $includeNarrower; $maxAuthors;
// $matching: ids of the papers with the text, null for no condition
// returns: id, inWindow
MATCH (p:Paper)
WHERE ($matching IS NULL OR p.id IN $matching)
  AND (p.year IS NULL OR (($from IS NULL OR p.year >= $from) AND ($to IS NULL OR p.year <= $to)))
  AND ($categories IS NULL OR any(category IN p.categories WHERE category IN $categories))
  AND ($venues IS NULL OR p.venue IN $venues)
  AND ($types IS NULL OR p.type IN $types)
  AND ($maxAuthors IS NULL
       OR (coalesce(p.authorCount, 0) <= $maxAuthors AND COUNT { (p)-[:AUTHORED_BY]->() } <= $maxAuthors))
  AND ($authorsAny IS NULL OR EXISTS { (p)-[:AUTHORED_BY]->(a:Author) WHERE a.id IN $authorsAny })
  AND all(id IN $authorsAll WHERE EXISTS { (p)-[:AUTHORED_BY]->(a:Author) WHERE a.id = id })
  AND ($organisationsAny IS NULL
       OR EXISTS { (p)-[:FROM_ORGANISATION]->(o:Organisation) WHERE o.id IN $organisationsAny })
  AND all(id IN $organisationsAll WHERE EXISTS { (p)-[:FROM_ORGANISATION]->(o:Organisation) WHERE o.id = id })
  AND (($topicsAny IS NULL AND $methods IS NULL AND $schemes IS NULL)
       OR EXISTS {
         MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
         WHERE ($methods IS NULL OR r.method IN $methods)
           AND ($schemes IS NULL OR t.scheme IN $schemes)
           AND ($topicsAny IS NULL OR t.id IN $topicsAny
                OR ($includeNarrower AND EXISTS { (t)-[:BROADER*1..]->(above:Topic) WHERE above.id IN $topicsAny }))
       })
  AND all(id IN $topicsAll WHERE EXISTS {
        MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
        WHERE ($methods IS NULL OR r.method IN $methods)
          AND ($schemes IS NULL OR t.scheme IN $schemes)
          AND (t.id = id OR ($includeNarrower AND EXISTS { (t)-[:BROADER*1..]->(above:Topic) WHERE above.id = id }))
      })
RETURN p.id AS id, p.year IS NOT NULL OR ($from IS NULL AND $to IS NULL) AS inWindow
