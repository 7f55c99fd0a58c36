#!/bin/sh
# Measures the command and the engine beside their peers and prints ratios; no part of the tests.
# usage: run.sh [WHAT...]   WHAT is arch, relink, engine, layout, verify, recover or builtin; all without it
# Needs a quiet machine, a built ./karl, and the packages that the tests need.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
"$root/karl" arch >/dev/null # builds the command when a source is newer
command=$root/releng/org.karlworkbench.command/target/karl
read -r java <"$command/java"
exec "$java" --enable-native-access=ALL-UNNAMED -Xmx2g -Dkarl.root="$root" -Dkarl.java="$java" -cp "$command/lib/*" \
    "$root/tests/org.karlworkbench.bench/src/org/karlworkbench/bench/Bench.java" "$@"
