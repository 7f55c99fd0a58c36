#!/bin/sh
# loader.sh FILE
#
# Compiles the loader that boots OpenBSD amd64 kernels in QEMU (loader/, see README.md). A newer FILE is left as it is.
# Debian packages: gcc, binutils. Exit status: 0 made or nothing to do, 2 wrong usage, else the compiler's.
set -eu
umask 022
LC_ALL=C
export LC_ALL

[ $# -eq 1 ] || {
	echo "usage: loader.sh FILE" >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd -P)
if [ -f "$1" ] && [ -z "$(find "$here/loader" "$here/demo/include" "$here/loader.sh" -newer "$1")" ]; then
	exit 0
fi
mkdir -p "$(dirname "$1")"
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT
for source in entry.S loader.c load.c bootargs.c; do
	gcc -m32 -march=i686 -std=gnu11 -Os -ffreestanding -mgeneral-regs-only -fno-pic -fno-pie -fno-stack-protector \
		-fno-asynchronous-unwind-tables -fcf-protection=none -fno-tree-loop-distribute-patterns -fno-ident -g0 \
		-Wall -Wextra -Werror "-I$here/demo/include" -c "$here/loader/$source" -o "$objects/${source%.?}.o"
done
ld -m elf_i386 -nostdlib -s -z max-page-size=16 -T "$here/loader/ld.script" -o "$objects/loader" \
	"$objects/entry.o" "$objects/loader.o" "$objects/load.o" "$objects/bootargs.o"
mv "$objects/loader" "$1"
