#!/bin/sh
# libc-kit.sh OUTDIR [--arch amd64|i386] [--libc FILE]
#
# Makes a big, real link-kit out of Debian's libc.a: some 2,000 objects, 20,000 symbols and 30,000 relocations with
# everything that compilers produce (merged strings, COMDAT groups, thread-local data, IFUNCs, warnings sections).
# It is for relinking, reading and measuring; the kernel that comes out does not run.
#
#   OUTDIR    becomes the kit's folder. It must not exist, be empty, or hold a kit that this script made earlier.
#   --arch    amd64 (default) or i386
#   --libc    another libc.a than /usr/lib/x86_64-linux-gnu/libc.a or /usr/lib32/libc.a
#
# Debian packages: gcc, binutils, libc6-dev; for i386 also libc6-dev-i386.
#
# The kit has the shape of OpenBSD's: a start object locore0.o, the body (the archive's members, param.o, ioconf.o and
# vers.o), swapgeneric.o as the tail, gapdummy.o, ld.script, and a Makefile as config(8) writes it. A member whose name
# repeats is numbered: NAME.o, NAME-2.o, NAME-3.o. Same libc.a and gcc, same kit, byte for byte.
# Links with GNU ld and ld.lld in any order of the body. Exit status: 0 made, 2 wrong usage, 3 something is missing.
set -eu
umask 022
LC_ALL=C
export LC_ALL

usage() {
	echo "usage: libc-kit.sh OUTDIR [--arch amd64|i386] [--libc FILE]" >&2
	exit 2
}

fail() {
	echo "libc-kit.sh: $1" >&2
	exit 3
}

out= arch=amd64 libc=
while [ $# -gt 0 ]; do
	case $1 in
	--arch) [ $# -ge 2 ] || usage; arch=$2; shift ;;
	--libc) [ $# -ge 2 ] || usage; libc=$2; shift ;;
	-*) usage ;;
	*) [ -z "$out" ] || usage; out=$1 ;;
	esac
	shift
done
[ -n "$out" ] || usage

case $arch in
amd64)
	: "${libc:=/usr/lib/x86_64-linux-gnu/libc.a}"
	package=libc6-dev cflags="-m64 -mcmodel=kernel -mno-red-zone"
	text=0xffffffff81000000 rel=rela word=8
	multiple= ;;
i386)
	: "${libc:=/usr/lib32/libc.a}"
	package=libc6-dev-i386 cflags=-m32
	text=0xd0200000 rel=rel word=4
	# The i386 archive brings memcpy and others twice, for callers compiled with and without checks.
	multiple=--allow-multiple-definition ;;
*) usage ;;
esac
[ -r "$libc" ] || fail "$libc: no such file; install the package $package"
command -v gcc >/dev/null || fail "gcc: not found; install the package gcc"
libc=$(realpath "$libc")
here=$(realpath "$(dirname "$0")")

made_by="# libc-kit.sh made this kit of libc.a"
if [ -d "$out" ] && [ -n "$(ls -A "$out")" ]; then
	grep -qsF "$made_by" "$out/Makefile" ||
		fail "$out: is not empty, and no kit that this script made; name another"
fi
mkdir -p "$out"
out=$(realpath "$out")
new=$(mktemp -d "$out.XXXXXX")
trap 'rm -rf "$new"' EXIT
chmod 755 "$new"
cd "$new"

# ---- the body: the archive's members ----

sh "$here/unpack-libc.sh" "$libc"
objects=$(ls | grep '\.o$')

# ---- head, tail and the three objects that config(8) makes ----

compile() { # NAME.c or NAME.S from standard input
	case $1 in *.S) language=assembler ;; *) language=c ;; esac
	# -g0 and a fixed name: nothing of the folder's path gets into the object.
	gcc $cflags -x $language -g0 -O2 -ffreestanding -fno-pic -fno-stack-protector -fno-asynchronous-unwind-tables \
		-fcf-protection=none -fno-common -Wall -Wextra -Werror -c -o "${1%.?}.o" -
}

compile locore0.S <<'END'
	.text
	.globl	start
	.type	start, @function
start:	cli
	call	main			/* somewhere in the body: the head's only tie to it */
1:	hlt
	jmp	1b
	.size	start, . - start
	/* What crt1.o, crti.o and a dynamic linker would bring. Hidden, so no linker would leave them unresolved. */
	.globl	_start, _init, _fini, _DYNAMIC
	.set	_start, start
	.type	_init, @function
	.type	_fini, @function
_init:
_fini:	ret
	.size	_fini, . - _fini
	.data
	.balign 8
	.type	_DYNAMIC, @object
_DYNAMIC:
	.quad	0, 0
	.size	_DYNAMIC, . - _DYNAMIC
	.globl	startup_stack
	.type	startup_stack, @object
startup_stack:
	.skip	256
	.size	startup_stack, . - startup_stack
	.section .note.GNU-stack, "", @progbits
END
# An empty .rodata beside the three that as(1) always makes: ld.lld takes the gap's section flags from here.
compile gapdummy.S <<'END'
	.section .rodata, "a", @progbits
	.section .note.GNU-stack, "", @progbits
END
# GNU ld 2.40 gives i386's setenv.o the address of a wrong word for an indirect function, where the GOT does not begin
# its section. The relink refuses such a kernel, rightly; so the kit has another one.
[ "$arch" != i386 ] || compile setenv.c <<'END'
int __add_to_environ(const char *name) { return !name; }
int setenv(const char *name) { return !name; }
int __setenv(const char *name) { return !name; }
int __unsetenv(const char *name) { return !name; }
int unsetenv(const char *name) { return !name; }
int clearenv(void) { return 0; }
int putenv(char *string) { return !string; }
END
compile vers.c <<'END'
const char ostype[] = "KARL";
const char osrelease[] = "libc";
const char version[] = "KARL libc (GENERIC) #0\n";
END
compile param.c <<'END'
int maxproc = 128, hz = 100, tick = 10000;
int ticks;
END
compile ioconf.c <<'END'
extern int main(void);
struct device { const char *name; int (*attach)(void); } device_table[] = {{"mainbus0", main}, {0, 0}};
END
compile swapgeneric.c <<'END'
extern int hz;
const char *rootdevice = "sd0a";
int main(void) { return hz; }
END

# ---- ld.script ----

cat >ld.script <<END
/* The layout of a libc kit. One statement for each kind of section, so that an object's pieces stay together. */
ENTRY(start)
PHDRS
{
	text PT_LOAD FILEHDR PHDRS FLAGS(5);
	rodata PT_LOAD FLAGS(4);
	data PT_LOAD FLAGS(6);
	tls PT_TLS FLAGS(4);
}
SECTIONS
{
	kernel_text = $text;
	. = $text + SIZEOF_HEADERS;
	.text : ALIGN(0x1000)
	{
		locore0.o(.text .text.*)
		*(.text .text.*)
		*(__libc_freeres_fn)
	} :text =0xcccccccc
	.plt : ALIGN(16) { *(.plt) *(.iplt) } :text
	etext = .;

	.rodata : ALIGN(0x1000) { *(.rodata .rodata.*) } :rodata
	.gcc_except_table : ALIGN(16) { *(.gcc_except_table .gcc_except_table.*) } :rodata
	/* IFUNCs' relocations: .$rel.iplt to GNU ld, .$rel.dyn to ld.lld. */
	.$rel.plt : ALIGN($word)
	{
		__${rel}_iplt_start = .;
		*(.$rel.plt)
		*(.$rel.iplt)
		*(.$rel.dyn)
		__${rel}_iplt_end = .;
	} :rodata

	.tdata : ALIGN(0x1000) { *(.tdata .tdata.*) } :data :tls
	.tbss : { *(.tbss .tbss.*) } :data :tls
	.preinit_array : ALIGN($word)
	{
		__preinit_array_start = .;
		*(.preinit_array)
		__preinit_array_end = .;
	} :data
	.init_array : ALIGN($word)
	{
		__init_array_start = .;
		*(.init_array .init_array.*)
		__init_array_end = .;
	} :data
	.fini_array : ALIGN($word)
	{
		__fini_array_start = .;
		*(.fini_array .fini_array.*)
		__fini_array_end = .;
	} :data
	__libc_subfreeres : ALIGN($word) { *(__libc_subfreeres) } :data
	__libc_atexit : ALIGN($word) { *(__libc_atexit) } :data
	__libc_IO_vtables : ALIGN(32) { *(__libc_IO_vtables) } :data
	.data : ALIGN(0x1000) { *(.data .data.*) } :data
	.got : ALIGN($word) { *(.got) *(.got.plt) *(.igot) *(.igot.plt) } :data

	.bss : ALIGN(0x1000)
	{
		__bss_start = .;
		*(.bss .bss.*)
		*(COMMON)
	} :data
	__libc_freeres_ptrs : ALIGN($word) { *(__libc_freeres_ptrs) } :data
	. = ALIGN(0x1000);
	end = .;
	_end = .;

	/DISCARD/ :
	{
		*(.eh_frame)
		*(.comment)
		*(.note .note.*)
		*(.gnu.warning.*)
		*(.gnu.glibc-stub.*)
	}
}
END

# ---- Makefile, and last of all the mark that this kit is whole and ours ----

echo "$objects" |
	sh "$here/config-makefile.sh" "$arch" LIBC --unresolved-symbols=ignore-all $multiple >Makefile
echo "$made_by" >>Makefile
rm -rf "$out"
mv "$new" "$out"
