#!/bin/sh
# Sends hostile requests to a service of its own and prints what each costs: outcome, status, code, processor time, estimated cost.
#   src/bench/hostile.sh [--only <part of a name>] [--rounds 2] [--light 400] [--setting name=value] <directory of an embedded store>
# The service writes to the store (wrong keys get into its audit log), so give a copy; nothing else should run.
exec "$(dirname "$0")/run" org.invisiblecollege.hostile.HostileBenchmark "$@"
