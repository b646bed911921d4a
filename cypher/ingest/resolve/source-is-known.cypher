// Whether a record of a source is in the graph.
// $source: id
// returns: known
RETURN EXISTS { (:Source {id: $source})<-[:RECORDED_IN]-() } AS known
