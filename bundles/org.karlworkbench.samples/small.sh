#!/bin/sh
# small.sh OUTDIR ARCH...
#
# Compiles the small kernel (small/, see README.md) for i386, arm64, riscv64 or octeon into the link-kit
# OUTDIR/demo-ARCH, and with each bug of bugs/ into OUTDIR/demo-ARCH-BUG. What is newer than its sources is left as it is.
# Debian package: clang. Exit status: 0 made or nothing to do, 2 wrong usage, else the compiler's.
set -eu
umask 022
LC_ALL=C
export LC_ALL

[ $# -ge 2 ] || {
	echo "usage: small.sh OUTDIR ARCH..." >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd -P)
mkdir -p "$1"
out=$(cd "$1" && pwd -P)
shift
command -v clang >/dev/null || {
	echo "small.sh: clang: not found; install the package clang" >&2
	exit 3
}
cd "$here/small"

flags="-std=gnu11 -O2 -ffreestanding -fno-pic -fno-stack-protector -fno-asynchronous-unwind-tables -fno-common
	-fno-ident -fno-addrsig -g0 -Wall -Wextra -Werror -Iinclude"
common="../demo/kern/root.c ../demo/conf/swapgeneric.c"
# What config(8) keeps out of OBJS: head, tail, the gap's dummy, and the three that it makes itself.
apart='locore0|swapgeneric|gapdummy|param|ioconf|vers'

kit() { # ARCH
	made=$out/demo-$1/Makefile entry=start page=0x1000 shared="dev/com.c"
	case $1 in
	i386)
		base=0xd0000000 text=0xd0200000 pad=0xcccccccc
		target="--target=i386-unknown-elf -march=i686 -mno-sse -mno-mmx" ;;
	arm64)
		entry=_start base=0xffffff7fc0000000 text=0xffffff8000200000 pad=0xd4d4d4d4
		target="--target=aarch64-unknown-elf -mgeneral-regs-only" shared="dev/pl011.c lib/fdt.c" ;;
	riscv64)
		entry=_start base=0xffffffc000200000-0x80000000 text=0xffffffc000200000 pad=0x00000000
		target="--target=riscv64-unknown-elf -march=rv64imac -mabi=lp64 -mcmodel=medany -mno-relax"
		target="$target -msmall-data-limit=0" shared="dev/com.c lib/fdt.c" ;;
	octeon)
		base=0xffffffff80000000 text=0xffffffff81000000 pad=0xefefefef page=0x4000
		target="--target=mips64-unknown-linux-gnuabi64 -march=mips64r2 -mno-abicalls -G0 -msoft-float" ;;
	*)
		echo "small.sh: no small kernel is made for $1" >&2
		exit 2 ;;
	esac
	compiler="clang $target $flags -I$1"
	if [ ! -f "$made" ] || [ -n "$(find . ../demo ../small.sh ../config-makefile.sh -newer "$made")" ]; then
		compile "$1"
	fi
	sh ../bugs.sh "$out" "$1" SMALL $compiler
}

compile() { # ARCH
	new=$out/demo-$1.new
	rm -rf "$new"
	mkdir "$new"
	for source in $1/*.[cS] kern/*.c conf/*.[cS] lib/string.c $shared $common; do
		name=${source##*/}
		echo "-c $source -o '$new/${name%.?}.o'"
	done | xargs -P "$(nproc)" -L 1 $compiler "-ffile-prefix-map=$here/small=."
	sed "s/@MACHINE@/$1/; s/@ENTRY@/$entry/; s/@KERNBASE@/$base/; s/@TEXT@/$text/; s/@PAD@/$pad/; s/@PAGE@/$page/" \
		conf/ld.script >"$new/ld.script"
	(cd "$new" && ls *.o) | grep -vE "^($apart)\.o$" | sh ../config-makefile.sh "$1" SMALL >"$new/Makefile"
	# Only a whole kit gets the name.
	rm -rf "${out:?}/demo-$1"
	mv "$new" "$out/demo-$1"
}

for arch; do
	kit "$arch"
done
