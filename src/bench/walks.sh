#!/bin/sh
# The walks alone, by JMH, over a snapshot of the index that a service left next to its store; see WalksBenchmark.
#   src/bench/walks.sh <store>/incidence.index
exec "$(dirname "$0")/run" org.invisiblecollege.collaboration.WalksBenchmark "$@"
