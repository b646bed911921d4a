// Papers that match a filter, and papers that do not match only because they have no year.
// $has: map of booleans, true for each condition of the filter; the parameter of a missing one is a dummy of the same type,
// so that all filters share one plan.
// $from, $to: years; $authorsAny, $organisationsAny, $topicsAny, $methods, $schemes, $categories, $venues, $venueKeys, $types,
// $authorsAll, $organisationsAll, $topicsAll: lists; $includeNarrower; $maxAuthors; $words: folded words of the text
// returns: id, inWindow
MATCH (p:Paper)
WHERE (NOT $has.words
       OR (all(word IN $words[..-1] WHERE word IN split(p.titleKey, ' '))
           AND any(word IN split(p.titleKey, ' ') WHERE word STARTS WITH last($words))))
  AND (p.year IS NULL OR (p.year >= $from AND p.year <= $to))
  AND (NOT $has.categories OR any(category IN p.categories WHERE category IN $categories))
  AND (NOT $has.venues
       OR EXISTS {
         (p)-[:PUBLISHED_IN]->(v:Venue)
         WHERE v.id IN $venues OR any(key IN v.nameKeys WHERE key IN $venueKeys)
       })
  AND (NOT $has.types OR p.type IN $types)
  AND coalesce(p.authorCount, 0) <= $maxAuthors AND COUNT { (p)-[:AUTHORED_BY]->() } <= $maxAuthors
  AND (NOT $has.authorsAny OR EXISTS { (p)-[:AUTHORED_BY]->(a:Author) WHERE a.id IN $authorsAny })
  AND (NOT $has.authorsAll
       OR all(id IN $authorsAll WHERE EXISTS { (p)-[:AUTHORED_BY]->(a:Author) WHERE a.id = id }))
  AND (NOT $has.organisationsAny
       OR EXISTS { (p)-[:FROM_ORGANISATION]->(o:Organisation) WHERE o.id IN $organisationsAny }
       OR EXISTS { (p)-[r:AUTHORED_BY]->() WHERE any(id IN r.organisations WHERE id IN $organisationsAny) })
  AND (NOT $has.organisationsAll
       OR all(id IN $organisationsAll
              WHERE EXISTS { (p)-[:FROM_ORGANISATION]->(o:Organisation) WHERE o.id = id }
                 OR EXISTS { (p)-[r:AUTHORED_BY]->() WHERE id IN r.organisations }))
  AND (NOT ($has.topicsAny OR $has.methods OR $has.schemes)
       OR EXISTS {
         MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
         WHERE (NOT $has.methods OR r.method IN $methods)
           AND (NOT $has.schemes OR t.scheme IN $schemes)
           AND (NOT $has.topicsAny OR t.id IN $topicsAny
                OR ($includeNarrower AND EXISTS { (t)-[:BROADER*1..]->(above:Topic) WHERE above.id IN $topicsAny }))
       })
  AND (NOT $has.topicsAll
       OR all(id IN $topicsAll WHERE EXISTS {
         MATCH (p)-[r:CITES_TOPIC]->(t:Topic)
         WHERE (NOT $has.methods OR r.method IN $methods)
           AND (NOT $has.schemes OR t.scheme IN $schemes)
           AND (t.id = id OR ($includeNarrower AND EXISTS { (t)-[:BROADER*1..]->(above:Topic) WHERE above.id = id }))
       }))
RETURN p.id AS id, p.year IS NOT NULL OR NOT $has.window AS inWindow
