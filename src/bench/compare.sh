#!/bin/sh
# Asks this service, Cypher and @neo4j/graphql the same questions on a copy of a store; see CompareBenchmark.
#   src/bench/compare.sh [--questions a,b] [--without-peer] [--out <folder>] <directory of an embedded store>
#   src/bench/compare.sh --chart [--out <folder>] a.tsv b.tsv    only draws cost against size
# Results are written to target/bench/compare, or where --out says. The peer needs Node.js 20 or newer and its packages, which
# npm installs at the first time; without Node.js it is left out.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
case " $* " in
  *" --without-peer "* | *" --chart "* | *" --help "*) ;;
  *)
    if command -v node >/dev/null && command -v npm >/dev/null; then
      [ "$here/compare/node_modules" -nt "$here/compare/package-lock.json" ] ||
        (cd "$here/compare" && npm ci --no-audit --no-fund --ignore-scripts && touch node_modules) || exit 1
    else
      echo "Node.js is not there, so the peer is left out."
    fi
    ;;
esac
exec "$here/run" org.invisiblecollege.compare.CompareBenchmark --files "$here/compare" "$@"
