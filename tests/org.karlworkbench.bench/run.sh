#!/bin/sh
# Measures the command and the engine beside their peers and prints ratios; no part of the tests.
# usage: run.sh [WHAT...]   WHAT is arch, relink, engine, layout, verify, recover, builtin or inside; all without it
# Needs a quiet machine, a built ./karl, and the packages that the tests need.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
"$root/karl" arch >/dev/null # builds the command when a source is newer
command=$root/releng/org.karlworkbench.command/target/karl
read -r java <"$command/java"
# The JMH benchmarks are compiled here: they are no part of the build
bench=$root/tests/org.karlworkbench.bench
inside=$bench/target/inside
case " ${*:-inside} " in
*" inside "*)
    for jar in org.openjdk.jmh:jmh-core:1.37 org.openjdk.jmh:jmh-generator-annprocess:1.37 \
        net.sf.jopt-simple:jopt-simple:5.0.4 org.apache.commons:commons-math3:3.6.1; do
        (cd "$root" && ./mvnw -q -N dependency:copy -Dartifact="$jar" -DoutputDirectory="$inside/lib")
    done
    "${java%/*}/javac" -proc:full --release 25 -d "$inside/classes" -cp "$command/lib/*:$inside/lib/*" \
        "$bench"/inside/org/karlworkbench/bench/inside/*.java
    ;;
esac
exec "$java" --enable-native-access=ALL-UNNAMED -Xmx2g -Dkarl.root="$root" -Dkarl.java="$java" \
    -Dkarl.inside="$inside/classes:$command/lib/*:$inside/lib/*" -cp "$command/lib/*" \
    "$bench/src/org/karlworkbench/bench/Bench.java" "$@"
