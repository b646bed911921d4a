#!/bin/sh
# Draws networks that a running service answers with, by VOS and by READABLE, in a process of its own; see LayoutBenchmark.
#   src/bench/layout.sh [address, default http://localhost:8080/graphql]
exec "$(dirname "$0")/run" org.invisiblecollege.network.LayoutBenchmark "${1:-http://localhost:8080/graphql}"
