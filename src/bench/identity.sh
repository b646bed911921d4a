#!/bin/sh
# Measures how well authors are identified by name; see IdentityEvaluation for its arguments.
#   src/bench/identity.sh --show 20 acl-anthology ../acl-anthology/data
#   src/bench/identity.sh --namesakes ../namesakes
exec "$(dirname "$0")/run" org.invisiblecollege.disambiguation.IdentityEvaluation "$@"
