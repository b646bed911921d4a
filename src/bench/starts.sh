#!/usr/bin/env bash
# Starts and stops the service in its three ways, in turns: a first start in an empty folder and a second one there, each
# until GraphQL answers, and Ctrl-C until the prompt. Prints a line for each and the medians. The distribution goes on
# after its first start until its archive of classes is made.
#   src/bench/starts.sh [rounds]     3 if left out; on Linux, with bash 5, curl and unzip; nothing else should run
# Builds first. Stores and logs lie in target/bench/starts.
set -euo pipefail
# A job is a group of processes of its own, which Ctrl-C reaches as a whole.
set -m
cd "$(dirname "$0")/../.."
rounds=${1:-3}
work=$PWD/target/bench/starts
job=
trap '[ -z "$job" ] || kill -- "-$job" 2>/dev/null || true' EXIT
port=$((20000 + RANDOM % 10000))
java=$(./mvnw --jdk)/bin/java
export JAVA_HOME= XDG_CACHE_HOME=$work/cache

launch() {
  local arguments="--server.port=$port --college.embedded.directory=$2"
  case $1 in
    spring-boot:run) exec ./mvnw -B -ntp spring-boot:run -Dspring-boot.run.arguments="$arguments" ;;
    # shellcheck disable=SC2086
    jar) exec "$java" -jar target/invisible-college-*.jar $arguments ;;
    # shellcheck disable=SC2086
    distribution) exec "$work"/invisible-college-*/bin/invisible-college $arguments ;;
  esac
}

# Prints the seconds from one moment to another, both in microseconds.
seconds() {
  printf '%d.%d' $((($2 - $1) / 1000000)) $((($2 - $1) % 1000000 / 100000))
}

now() {
  echo "${EPOCHREALTIME/[.,]/}"
}

# Starts, asks, stops; adds both times to the line.
measure() {
  local begin answered stopping log=$work/$1-$2.log
  begin=$(now)
  launch "$1" "$work/store" >"$log" 2>&1 </dev/null &
  job=$!
  until curl -sf -m 60 -o "$work/answer" -H 'Content-Type: application/json' \
    -d '{"query": "{ graphSummary { papers } }"}' "http://127.0.0.1:$port/graphql"; do
    kill -0 "$job" 2>/dev/null || { echo "$1 ended before it answered; see $log" >&2; exit 1; }
    sleep 0.1
  done
  answered=$(now)
  sleep 5
  while [ "$1" = distribution ] && ! compgen -G "$work/cache/*/*.jsa" >"$work/archives"; do
    kill -0 "$job" || exit
    sleep 1
  done
  stopping=$(now)
  kill -INT -- "-$job"
  wait "$job" 2>/dev/null || true
  job=
  line="$line $(seconds "$begin" "$answered") $(seconds "$stopping" "$(now)")"
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }'
}

./mvnw -B -ntp -q package -DskipTests
rm -rf "$work"
mkdir -p "$work"
unzip -q target/invisible-college-*.zip -d "$work"
ways="spring-boot:run jar distribution"
echo "$(nproc) processors, $("$java" --version | head -1)"
echo "way, round, first start, Ctrl-C, second start, Ctrl-C (seconds)"
for round in $(seq "$rounds"); do
  for way in $ways; do
    rm -rf "$work/store" "$work/cache"
    line="$way $round"
    measure "$way" "$round-first"
    measure "$way" "$round-second"
    echo "$line" | tee -a "$work/times"
  done
done
echo
echo "| median of $rounds | first start | second start | Ctrl-C |"
echo "| --- | --- | --- | --- |"
for way in $ways; do
  column() { awk -v way="$way" '$1 == way { print $'"$1"' }' "$work/times"; }
  echo "| $way | $(column 3 | median) s | $(column 5 | median) s | $({ column 4; column 6; } | median) s |"
done
