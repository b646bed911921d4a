#!/bin/sh
# Kills a load ten times, has it go on, and compares the graph; see KillAndResume for its arguments.
#   src/bench/kill-and-resume.sh --seed 1 acl-anthology ../acl-anthology/data
# Ends with 1 if a graph differs.
exec "$(dirname "$0")/run" org.invisiblecollege.ingest.run.KillAndResume "$@"
