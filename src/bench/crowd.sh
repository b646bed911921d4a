#!/bin/sh
# Lets clients ask a service of its own mixed questions while bibliographies are loaded; prints errors, latencies and heap by minute.
#   src/bench/crowd.sh <directory of an embedded store> <clients> <minutes>
# The service writes to the store, so give a copy; nothing else should run.
exec "$(dirname "$0")/run" org.invisiblecollege.hostile.CrowdBenchmark "$@"
