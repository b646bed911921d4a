#!/bin/sh
# Ego networks of the most connected authors, from the index, over HTTP and in Cypher; see NetworksBenchmark.
#   src/bench/networks.sh <directory of an embedded store>
exec "$(dirname "$0")/run" org.invisiblecollege.collaboration.NetworksBenchmark "$@"
