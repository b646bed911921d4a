#!/usr/bin/env bash
# Runs the audits of GraphQL over HTTP (npm's graphql-http) against a running service and prints one line each.
# usage: src/bench/http-audits.sh [address, default http://localhost:8080/graphql]; needs Node.js
set -euo pipefail
cd "$(dirname "$0")/http-audits"
[ -d node_modules ] || npm ci --no-audit --no-fund --silent
exec node audit.mjs "${1:-http://localhost:8080/graphql}"
