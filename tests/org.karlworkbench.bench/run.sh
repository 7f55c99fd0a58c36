#!/bin/sh
# Measures the command and the engine beside their peers and prints ratios; no part of the tests.
# usage: run.sh [WHAT...]   all without it; WHAT is
#   arch, relink, engine, layout, verify, recover, builtin, lab, inside, diff, gadgets   the command and the engine
#   start, open, frames, heap                                                         the workbench, on a screen of its own if there is none
# Needs a quiet machine and the packages that the tests need.
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
# The bundle that measures inside the workbench is no part of the product either
window=$bench/target/window
case " ${*:-start} " in
*" start "* | *" open "* | *" frames "* | *" heap "*)
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        exec xvfb-run -a -s '-screen 0 1600x1000x24' dbus-run-session -- "$0" "$@"
    fi
    "$root/workbench" --build
    plugins=$root/releng/org.karlworkbench.product/target/products/org.karlworkbench.product/linux/gtk/x86_64/plugins
    rm -rf "$window"
    "${java%/*}/javac" --release 25 -d "$window/classes" -cp "$plugins/*" \
        "$bench"/window/org/karlworkbench/bench/window/*.java
    "${java%/*}/jar" --create --file "$window/window.jar" --manifest "$bench/window/META-INF/MANIFEST.MF" \
        -C "$bench/window" plugin.xml -C "$window/classes" org
    ;;
esac
exec "$java" --enable-native-access=ALL-UNNAMED -Xmx2g -Dkarl.root="$root" -Dkarl.java="$java" \
    -Dkarl.window="$window/window.jar" \
    -Dkarl.inside="$inside/classes:$command/lib/*:$inside/lib/*" -cp "$command/lib/*" \
    "$bench/src/org/karlworkbench/bench/Bench.java" "$@"
