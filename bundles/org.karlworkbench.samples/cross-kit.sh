#!/bin/sh
# cross-kit.sh OUTDIR ARCH
#
# Makes a big, real link-kit for one of the architectures that this machine's compiler does not serve: alpha arm64 armv7
# hppa landisk loongson macppc octeon powerpc64 riscv64 sgi socppc sparc64. It is for relinking, reading and verifying;
# the kernel that comes out does not run.
#
# The body is what others compiled: the members of Debian's cross libc.a where its ABI is the one that OpenBSD's kernel
# uses, else newlib's sources (package newlib-source) compiled with clang for that ABI: powerpc64 is big-endian ELFv2,
# mips64 has neither GOT nor abicalls, riscv64 is not relaxed. Head and tail are assembled, without a compiler.
#
# Debian packages: the linker's of `karl arch`, and for a libc libc6-dev-*-cross, for newlib clang and newlib-source.
# Same packages, same kit, byte for byte. Exit status: 0 made, 2 wrong usage, 3 something is missing.
set -eu
umask 022
LC_ALL=C
export LC_ALL

fail() {
	echo "cross-kit.sh: $1" >&2
	exit 3
}

[ $# -eq 2 ] || {
	echo "usage: cross-kit.sh OUTDIR ARCH" >&2
	exit 2
}
out=$1 arch=$2
here=$(cd "$(dirname "$0")" && pwd -P)

# ---- what differs: tools, objects, addresses, and the four instructions that head and tail need ----

page=0x1000 entry=start pad=0x00000000 libc= target= assembler= word=.long call="bl main" return= extra=
case $arch in
alpha)
	tools=alpha-linux-gnu libc=/usr/alpha-linux-gnu/lib/libc.a package=libc6.1-dev-alpha-cross
	page=0x2000 entry=__start text=0xfffffc0000580000 word=.quad call="br \$26, main" return="ret" ;;
arm64)
	tools=aarch64-linux-gnu libc=/usr/aarch64-linux-gnu/lib/libc.a package=libc6-dev-arm64-cross
	entry=_start text=0xffffff8000200000 pad=0xd4d4d4d4 word=.quad return=ret ;;
armv7)
	tools=arm-linux-gnueabihf libc=/usr/arm-linux-gnueabi/lib/libc.a package=libc6-dev-armel-cross
	entry=bootstrap_start text=0xc0300000 pad=0xffffffff assembler="-march=armv7-a -mfloat-abi=soft" return="bx lr" ;;
hppa)
	tools=hppa-linux-gnu libc=/usr/hppa-linux-gnu/lib/libc.a package=libc6-dev-hppa-cross
	entry=\$start text=0x80000 extra=".level 1.1" call="bl main, %r2; nop" return="bv,n %r0(%r2); nop" ;;
landisk)
	tools=sh4-linux-gnu libc=/usr/sh4-linux-gnu/lib/libc.a package=libc6-dev-sh4-cross
	text=0x8c002000 pad=0xc3c3c3c3 assembler=--isa=sh4 call="mov.l 1f, r0; jsr @r0; nop; .balign 4; 1: .long main"
	return="rts; nop" ;;
macppc | socppc)
	tools=powerpc-linux-gnu libc=/usr/powerpc-linux-gnu/lib/libc.a package=libc6-dev-powerpc-cross
	return=blr
	[ $arch = macppc ] && text=0x100114 || text=0x200000 ;;
sparc64)
	tools=sparc64-linux-gnu libc=/usr/sparc64-linux-gnu/lib/libc.a package=libc6-dev-sparc64-cross
	page=0x2000 text=0x1000000 word=.xword call="call main; nop" return="retl; nop" ;;
loongson | octeon | sgi)
	tools=mips64-linux-gnuabi64 endian=-EB target=mips64-unknown-linux-gnuabi64
	page=0x4000 pad=0xefefefef word=.dword call="jal main; nop" return="jr \$31; nop"
	case $arch in
	loongson) tools=mips64el-linux-gnuabi64 endian=-EL target=mips64el-unknown-linux-gnuabi64 text=0xffffffff80200000 ;;
	octeon) text=0xffffffff81000000 ;;
	sgi) text=0xa800000020020000 ;;
	esac
	assembler="-march=mips64r2 -mabi=64 $endian"
	compile="-march=mips64r2 -mno-abicalls -fno-pic -G0" ;;
powerpc64)
	tools=powerpc64-linux-gnu target=powerpc64-unknown-linux-gnu
	entry=_start text=0x100000 word=.quad call="bl main; nop" return=blr
	compile="-mabi=elfv2 -mbig-endian -mcmodel=medium" extra=".abiversion 2" ;;
riscv64)
	tools=riscv64-linux-gnu target=riscv64-unknown-elf
	entry=_start text=0xffffffc000200000 word=.quad call="call main" return=ret
	assembler="-march=rv64imac -mabi=lp64 -mno-relax" compile="-march=rv64imac -mabi=lp64 -mcmodel=medany -mno-relax" ;;
*)
	echo "cross-kit.sh: no kit is made for $arch" >&2
	exit 2
	;;
esac

command -v "$tools-as" >/dev/null || fail "$tools-as: not found; install the package binutils-$tools"
made_by="# cross-kit.sh made this kit"
if [ -d "$out" ] && [ -n "$(ls -A "$out")" ]; then
	grep -qsF "$made_by" "$out/Makefile" || fail "$out: is not empty, and no kit that this script made; name another"
fi
mkdir -p "$out"
out=$(cd "$out" && pwd -P)
new=$(mktemp -d "$out.XXXXXX")
trap 'rm -rf "$new"' EXIT
chmod 755 "$new"
cd "$new"

# ---- the body ----

if [ -n "$libc" ]; then
	[ -r "$libc" ] || fail "$libc: no such file; install the package $package"
	sh "$here/unpack-libc.sh" "$libc"
else
	sh "$here/compile-newlib.sh" --target="$target" $compile
fi
objects=$(ls | grep '\.o$')

# ---- head, tail, and the three objects that config(8) makes ----

assemble() { # NAME from standard input
	{ [ -z "$extra" ] || printf '\t%s\n' "$extra"; cat; printf '\t.section .note.GNU-stack, "", %%progbits\n'; } |
		"$tools-as" $assembler -o "$1.o" -
}

assemble locore0 <<END
	.text
	.balign 16
	.globl	$entry
	.type	$entry, %function
$entry:	$call
	$return
	.size	$entry, . - $entry
	.data
	.balign 16
	.globl	startup_stack
	.type	startup_stack, %object
startup_stack:
	.skip	256
	.size	startup_stack, 256
END
case $arch in sparc64 | socppc) mv locore0.o locore.o ;; esac
assemble gapdummy <<END
	.section .rodata, "a", %progbits
END
assemble vers <<END
	.section .rodata, "a", %progbits
	.globl	version
	.type	version, %object
version:
	.asciz	"KARL $arch (GENERIC) #0\n"
	.size	version, . - version
END
assemble param <<END
	.data
	.balign 8
	.globl	maxproc, hz, tick
maxproc:
	.long	128
hz:	.long	100
tick:	.long	10000
	.comm	ticks, 4, 4
END
assemble ioconf <<END
	.data
	.balign 8
	.globl	device_table
	.type	device_table, %object
device_table:
	$word	version, main, 0, 0
	.size	device_table, . - device_table
END
assemble swapgeneric <<END
	.text
	.balign 16
	.globl	main
	.type	main, %function
main:
	$return
	.size	main, . - main
	.section .rodata, "a", %progbits
	.globl	rootdevice
rootdevice:
	.asciz	"sd0a"
END

# What crt1.o, libgcc.a and a dynamic linker would bring: a name for each symbol that no object defines.
"$tools-nm" -u -P ./*.o 2>/dev/null | awk 'NF >= 2 && $2 ~ /^[Uwv]$/ { print $1 }' | sort -u >undefined
"$tools-nm" -P ./*.o 2>/dev/null | awk '$2 ~ /^[A-TV-Zuibdt]$/ && $2 !~ /^[wv]$/ { print $1 }' | sort -u >defined
comm -23 undefined defined | grep -vE \
	'^(_GLOBAL_OFFSET_TABLE_|__(start|stop)_.*|_end|end|_?etext|_?edata|__bss_start|.*_array_(start|end)|_gp|_gp_disp|__rela?_iplt_(start|end)|\$global\$|\.TOC\.|__global_pointer\$|__exidx_(start|end)|_SDA2?_BASE_|__thread_self)$' >missing || true
rm undefined defined
{
	printf '\t.text\n'
	awk '{ printf "\t.balign 16\n\t.globl\t%s\n\t.type\t%s, %%function\n%s:\n", $1, $1, $1 }' missing
	printf '\t%s\n' "$return"
} | assemble undefined
rm missing
objects="$objects
undefined.o"

# ---- ld.script ----

sed -e "s/@ENTRY@/$entry/" -e "s/@TEXT@/$text/g" -e "s/@PAGE@/$page/g" -e "s/@PAD@/$pad/" \
	-e "s/@HEAD@/$([ "$arch" = sparc64 ] && echo locore || echo locore0)/" "$here/cross.script" >ld.script

# ---- Makefile, and last of all the mark that this kit is whole and ours ----

echo "$objects" | sh "$here/config-makefile.sh" "$arch" GENERIC >Makefile
echo "$made_by" >>Makefile
rm -rf "$out"
mv "$new" "$out"
