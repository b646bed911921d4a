#!/bin/sh
# Loads the same records with three writers and prints a table; see WritersBenchmark for its arguments.
#   src/bench/writers.sh --limit 20000 acl-anthology ../acl-anthology/data
# Logs stay in target/bench, the stores too with --keep; --heap 1g is what each writer gets.
exec "$(dirname "$0")/run" org.invisiblecollege.ingest.run.WritersBenchmark "$@"
