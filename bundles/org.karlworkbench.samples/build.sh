#!/bin/sh
# build.sh OUTDIR
#
# Compiles the demo kernel (demo/, see README.md) into link-kits of OpenBSD's shape, with and without bugs, and the small
# kernels of other architectures (small.sh) into one each:
#
#   OUTDIR/demo-amd64            as a release would ship it
#   OUTDIR/demo-amd64-debug      compiled with -g3: the same code, and debug sections many times its size
#   OUTDIR/demo-amd64-sections   each function and variable in a section of its own, which a relink can shuffle
#   OUTDIR/demo-i386, demo-arm64, demo-riscv64, demo-octeon
#   OUTDIR/demo-ARCH-BUG         one of these or demo-amd64 with one of the bugs of bugs/, which shows in some relinks only
#   OUTDIR/ten-amd64             ten small objects, for lessons (ten.sh)
#
# Same sources and compiler, same bytes, wherever the folders lie. What is newer than its sources is left as it is.
# Debian packages: gcc, binutils, clang. Exit status: 0 made or nothing to do, 2 wrong usage, else the compiler's.
set -eu
umask 022
LC_ALL=C
export LC_ALL

[ $# -eq 1 ] || {
	echo "usage: build.sh OUTDIR" >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd -P)
mkdir -p "$1"
out=$(cd "$1" && pwd -P)
command -v gcc >/dev/null || {
	echo "build.sh: gcc: not found; install the package gcc" >&2
	exit 3
}
cd "$here/demo"

# Freestanding code for the upper 2 GiB, which may be interrupted at any time on the stack it runs on: no red zone, no
# vector registers. -fno-omit-frame-pointer is for panic()'s backtrace.
flags="-std=gnu11 -O2 -ffreestanding -mcmodel=kernel -mno-red-zone -mgeneral-regs-only -fno-pic -fno-pie
	-fno-stack-protector -fno-asynchronous-unwind-tables -fcf-protection=none -fno-omit-frame-pointer
	-fno-tree-loop-distribute-patterns -fno-ident -Wall -Wextra -Werror -Iinclude
	-gno-record-gcc-switches"
# What config(8) keeps out of OBJS: head, tail, the gap's dummy, and the three that it makes itself.
apart='locore0|swapgeneric|gapdummy|param|ioconf|vers'

compile() { # FOLDER FLAGS
	for source in */*.c */*.S; do
		name=${source##*/}
		case $name in msgbuf.c) common=-fcommon ;; *) common=-fno-common ;; esac
		echo "-c $source -o '$1/${name%.?}.o' $common $2"
	done | xargs -P "$(nproc)" -L 1 gcc $flags "-ffile-prefix-map=$here/demo=." "-fdebug-prefix-map=$here/demo=."
}

kit() { # NAME DEBUG FLAGS
	made=$out/$1/Makefile
	if [ -f "$made" ] && [ -z "$(find . ../build.sh ../config-makefile.sh -newer "$made")" ]; then
		return
	fi
	rm -rf "$out/$1.new"
	mkdir "$out/$1.new"
	compile "$out/$1.new" "$3"
	cp conf/ld.script "$out/$1.new/"
	(cd "$out/$1.new" && ls *.o) | grep -vE "^($apart)\.o$" |
		DEBUG=$2 sh ../config-makefile.sh amd64 DEMO >"$out/$1.new/Makefile"
	# Only a whole kit gets the name.
	rm -rf "${out:?}/$1"
	mv "$out/$1.new" "$out/$1"
}

kit demo-amd64 "" -g0
kit demo-amd64-debug -g -g3
kit demo-amd64-sections "" "-g0 -ffunction-sections -fdata-sections"
sh ../bugs.sh "$out" amd64 DEMO gcc $flags -Iarch
sh ../small.sh "$out" i386 arm64 riscv64 octeon
sh ../ten.sh "$out"
