#!/bin/sh
# Neighbourhoods of the most frequent topics, from the index, over HTTP and in Cypher; see NeighbourhoodsBenchmark.
#   src/bench/neighbourhoods.sh <directory of an embedded store>
exec "$(dirname "$0")/run" org.invisiblecollege.topicnetwork.NeighbourhoodsBenchmark "$@"
