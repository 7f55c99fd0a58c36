#!/bin/sh
# unpack-libc.sh LIBC
#
# Unpacks an archive's members into the working folder. A member whose name repeats is numbered: NAME.o, NAME-2.o. Names
# that a kit keeps for its own objects get libc- before them.
set -eu
ar x "$1"
# `ar x` keeps the last of several members with one name. Only those are fetched again, by number, because each call
# of ar reads the archive's index anew.
ar t "$1" | sort | uniq -dc | while read -r copies name; do
	i=$copies
	while [ "$i" -gt 1 ]; do
		ar xN "$i" "$1" "$name"
		mv "$name" "${name%.o}-$i.o"
		i=$((i - 1))
	done
	ar xN 1 "$1" "$name"
done
for name in locore0 locore gap gapdummy vers param ioconf swapgeneric undefined; do
	[ ! -e "$name.o" ] || mv "$name.o" "libc-$name.o"
done
