#!/bin/sh
# compile-newlib.sh CLANGFLAG...
#
# Compiles the C sources of Debian's package newlib-source into the working folder, FOLDER-NAME.o each. Sources that are
# not for the target are left out; fewer than 500 objects are a failure.
set -eu
archive=$(ls /usr/src/newlib/newlib-*.tar.xz 2>/dev/null | tail -n 1)
[ -n "$archive" ] || {
	echo "compile-newlib.sh: no sources; install the package newlib-source" >&2
	exit 3
}
command -v clang >/dev/null || {
	echo "compile-newlib.sh: clang: not found; install the package clang" >&2
	exit 3
}
objects=$(pwd -P)
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
tar -xJf "$archive" -C "$sources" --strip-components=2 --wildcards '*/newlib/libc/*' '*/newlib/libm/*'
cd "$sources"
# On mips one pointer would want $gp, which a kernel does not have.
sed -i '/__ATTRIBUTE_IMPURE_PTR__/d' libc/include/sys/config.h
# The sources' own headers, and of the compiler's only its own folder: nothing of this machine's libc.
headers=$(clang -print-resource-dir)/include
for folder in libc/argz libc/ctype libc/search libc/stdio libc/stdlib libc/string libc/time libm/common libm/math; do
	ls $folder/*.c
done | grep -v /nano- |  xargs -P "$(nproc)" -n 24 sh -c '
	objects=$1 headers=$2 flags=$3
	shift 3
	for source; do
		name=$(echo "${source%.c}" | cut -d / -f 2- | tr / -)
		clang $flags -O2 -g0 -w -ffreestanding -fno-stack-protector -fno-asynchronous-unwind-tables -fno-ident \
			-nostdinc -isystem "$headers" -Ilibc/include -Ilibc/stdlib -Ilibc/stdio -Ilibc/locale -Ilibc/time \
			-Ilibm/common -D_COMPILING_NEWLIB -D_LIBM -c "$source" -o "$objects/$name.o" 2>/dev/null ||
			rm -f "$objects/$name.o"
	done' sh "$objects" "$headers" "$*"
[ "$(ls "$objects" | grep -c '\.o$')" -ge 500 ] || {
	echo "compile-newlib.sh: clang compiled less than 500 of the sources with $*" >&2
	exit 3
}
