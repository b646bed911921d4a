#!/bin/sh
# Measures how well topics are found in texts, compared with labels made by hand; see TopicEvaluation.
#   src/bench/topics.sh src/bench/gold/topics.tsv acl-anthology <checkout>
exec "$(dirname "$0")/run" org.invisiblecollege.topic.TopicEvaluation "$@"
