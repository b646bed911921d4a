#!/bin/sh
# Measures how fast topics are found in titles and abstracts; see MatchingBenchmark.
#   src/bench/matching.sh <file with one label per line> acl-anthology <checkout>
exec "$(dirname "$0")/run" org.invisiblecollege.topic.MatchingBenchmark "$@"
