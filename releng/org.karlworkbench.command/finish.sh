#!/bin/sh
# Finishes the karl command's folder: finish.sh FOLDER JAVA_HOME BUILD_STARTED KITS
#
# FOLDER/lib holds the jars. Added are karl.jar (the class path and the main class in a manifest, so that the folder
# may move), man (the manual page), java (which Java starts it), karl.aot (its classes as the Java machine keeps them, for a quick start) and
# last built, whose time is the start of the build: the script karl compares it with the sources.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
karl=$1
java=$2/bin/java
kits=$4
work=$karl/../work

rm -rf "$karl/built" "$karl/karl.aot" "$work"
mkdir -p "$work/classes" "$work/kernels"
"$2/bin/javac" --release 25 -d "$work/classes" -cp "$karl/lib/org.karlworkbench.cli.jar" "$here"/src/org/karlworkbench/command/*.java
"$java" -cp "$work/classes" org.karlworkbench.command.Renew "$karl"/lib/*.jar
{
    echo 'Main-Class: org.karlworkbench.cli.Main'
    echo 'Enable-Native-Access: ALL-UNNAMED'
    printf 'Class-Path:'
    for jar in "$karl"/lib/*.jar; do printf ' \n  lib/%s' "${jar##*/}"; done
    echo
} >"$work/manifest"
"$2/bin/jar" --create --file "$karl/karl.jar" --manifest "$work/manifest" \
    -C "$work/classes" org/karlworkbench/command/FirstRun.class
"$java" -cp "$karl/karl.jar:$work/classes" org.karlworkbench.command.Manual "$karl/man/man1/karl.1"
printf '%s\n' "$java" >"$karl/java"

# Classes are kept linked: that saves a seventh of a relink, and the shortest verbs gain too. What a hundred relinks call
# often is kept too, and compiled when it is first called: that saves a tenth of a hundred relinks.
# Without the archive the command is only slower, so a failure here is told and no more.
if ! "$java" -XX:+UseSerialGC -XX:AOTCacheOutput="$karl/karl.aot" -cp "$karl/karl.jar" \
    org.karlworkbench.command.FirstRun "$kits/demo-amd64" "$kits/libc-amd64" "$work/kernels" >"$work/first-run.log" 2>&1; then
    echo "no archive for a quick start; see $work/first-run.log"
fi
rm -rf "$work/kernels"
touch -d "$3" "$karl/built"
