#!/bin/sh
# How well topics are found in texts, measured against hand-made labels; see TopicEvaluation.
#   src/bench/topics.sh src/bench/gold/topics.tsv acl-anthology <checkout>
exec "$(dirname "$0")/run" org.invisiblecollege.topic.TopicEvaluation "$@"
