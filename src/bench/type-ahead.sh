#!/bin/sh
# People by the beginnings of names, from memory, over HTTP and from Neo4j's full-text index; see TypeAheadBenchmark.
#   src/bench/type-ahead.sh <directory of an embedded store>
exec "$(dirname "$0")/run" org.invisiblecollege.author.TypeAheadBenchmark "$@"
