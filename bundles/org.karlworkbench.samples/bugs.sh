#!/bin/sh
# bugs.sh OUTDIR ARCH IDENT COMPILER...
#
# Makes the kit OUTDIR/demo-ARCH-BUG for each bug of bugs/ out of OUTDIR/demo-ARCH: its sources instead of the kernel's, or
# more, compiled by COMPILER with its flags; its drivers come into ioconf.c. build.sh and small.sh call it in the folder
# of the kernel's sources. What is newer than the kernel's kit and the bug's sources is left as it is.
# Exit status: 0 made or nothing to do, 2 wrong usage, else the compiler's.
set -eu
[ $# -ge 4 ] || {
	echo "usage: bugs.sh OUTDIR ARCH IDENT COMPILER..." >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd -P)
kit=$1/demo-$2 arch=$2 ident=$3
shift 3
# What config(8) keeps out of OBJS: head, tail, the gap's dummy, and the three that it makes itself.
apart='locore0|swapgeneric|gapdummy|param|ioconf|vers'

bug() { # BUG COMPILER...
	from=$here/bugs/$1 made=$kit-$1/Makefile new=$kit-$1.new
	if [ -f "$made" ] && [ "$made" -nt "$kit/Makefile" ] &&
		[ -z "$(find "$from" "$here/bugs.sh" -newer "$made")" ]; then
		return
	fi
	bug=$1
	shift
	rm -rf "$new"
	cp -R "$kit" "$new"
	for source in "$from"/*.[cS]; do
		name=${source##*/}
		"$@" -g0 -fno-common "-ffile-prefix-map=$from=." -c "$source" -o "$new/${name%.?}.o"
	done
	sed -n 's/^bool \([a-z]*\)_attach(const char \*name)$/\1/p' "$from"/*.c | while read -r driver; do
		sed "s/^const struct/bool ${driver}_attach(const char *name);\n\n&/
			s/^\t{NULL/\t{\"${driver}0\", ${driver}_attach},\n&/" conf/ioconf.c |
			"$@" -g0 -x c -c - -o "$new/ioconf.o"
	done
	[ ! -f "$from/ld.script.sed" ] || sed -i -f "$from/ld.script.sed" "$new/ld.script"
	(cd "$new" && ls *.o) | grep -vE "^($apart)\.o$" | sh "$here/config-makefile.sh" "$arch" "$ident" >"$new/Makefile"
	# Only a whole kit gets the name.
	rm -rf "${kit:?}-$bug"
	mv "$new" "$kit-$bug"
}

for folder in "$here"/bugs/*; do
	bug "${folder##*/}" "$@"
done
