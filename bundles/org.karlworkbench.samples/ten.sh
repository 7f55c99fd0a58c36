#!/bin/sh
# ten.sh OUTDIR
#
# Compiles ten/ into the link-kit OUTDIR/ten-amd64: ten objects of a page of source each, in which all that a linker does
# can be seen. For lessons, not for booting. What is newer than its sources is left as it is.
# Debian packages: gcc, binutils. Exit status: 0 made or nothing to do, 2 wrong usage, else the compiler's.
set -eu
umask 022
LC_ALL=C
export LC_ALL

[ $# -eq 1 ] || {
	echo "usage: ten.sh OUTDIR" >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd -P)
mkdir -p "$1"
out=$(cd "$1" && pwd -P)
cd "$here/ten"

made=$out/ten-amd64/Makefile
if [ -f "$made" ] && [ -z "$(find . ../demo/conf ../ten.sh ../config-makefile.sh -newer "$made")" ]; then
	exit 0
fi
flags="-std=gnu11 -O2 -ffreestanding -mcmodel=kernel -mno-red-zone -mgeneral-regs-only -fno-pic -fno-pie
	-fno-stack-protector -fno-asynchronous-unwind-tables -fcf-protection=none -fno-tree-loop-distribute-patterns
	-fno-inline -fno-reorder-functions -fno-ident -fno-common -g0 -Wall -Wextra -Werror -Wno-main -I."
new=$out/ten-amd64.new
rm -rf "$new"
mkdir "$new"
for source in *.c *.S ../demo/conf/gapdummy.S; do
	name=${source##*/}
	gcc $flags "-ffile-prefix-map=$here/ten=." -c "$source" -o "$new/${name%.?}.o"
done
cp ../demo/conf/ld.script "$new/"
# What config(8) keeps out of OBJS: head, tail, the gap's dummy, and the three that it makes itself.
(cd "$new" && ls *.o) | grep -vE '^(locore0|swapgeneric|gapdummy|param|ioconf|vers)\.o$' |
	sh ../config-makefile.sh amd64 TEN >"$new/Makefile"
# Only a whole kit gets the name.
rm -rf "${out:?}/ten-amd64"
mv "$new" "$out/ten-amd64"
