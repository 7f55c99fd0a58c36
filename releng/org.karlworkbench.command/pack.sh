#!/bin/sh
# Packs the karl command alone: pack.sh LIB VERSION FOLDER
#
# Makes FOLDER/karl-VERSION.tar.gz of the jars in LIB, the manual page beside it, the launcher, the licence and a
# README. The same jars give the same bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
name=karl-$2
mkdir -p "$3"
folder=$(cd "$3" && pwd -P)

rm -rf "${folder:?}/$name" "$folder/$name.tar.gz"
mkdir -p "$folder/$name/bin"
cp "$here/packed/karl" "$folder/$name/bin"
cp -r "$here/packed/README" "$here/../../LICENSE" "$1" "$1/../man" "$folder/$name"
chmod -R u=rwX,go=rX "$folder/$name"
(cd "$folder" && tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2000-01-01 00:00Z' -cf - "$name" |
    gzip -9n >"$name.tar.gz")
rm -rf "${folder:?}/$name"
