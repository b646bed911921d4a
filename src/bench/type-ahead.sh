#!/bin/sh
# Measures the search of authors by prefixes of names, in memory, over HTTP and in Neo4j's full-text index; see TypeAheadBenchmark.
#   src/bench/type-ahead.sh <directory of an embedded store>
exec "$(dirname "$0")/run" org.invisiblecollege.author.TypeAheadBenchmark "$@"
