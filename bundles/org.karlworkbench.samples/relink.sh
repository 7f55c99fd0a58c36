#!/bin/sh
# relink.sh KIT KERNEL [--linker ld|lld] [--gaps TEXT0,TEXT1,RODATA,DATA,BSS] [--no-shuffle]
#
# All that a relink is, in a page of shell: draw the gaps, make gap.o without a compiler's help, draw the order, link.
# For reading in a class, for checking a kit without the workbench, and as the bare linker calls that benchmarks
# compare with. It keeps no ledger, checks nothing and believes the kit: use `karl relink` for kits of others.
#
#   KIT       an amd64 or i386 kit as build.sh and libc-kit.sh make them
#   KERNEL    the file to write; lorder, gap.link and gap.o are left beside it as KERNEL.lorder and so on
#   --linker  GNU ld (default) or ld.lld
#   --gaps    the five numbers instead of random ones: 0..12287 and four times 0..4095
#
# Debian packages: binutils, coreutils; lld for --linker lld.
set -eu
umask 077

usage() {
	sed -n '2s/^# /usage: /p' "$0" >&2
	exit 2
}

kit= kernel= linker=ld gaps= shuffle='sort -R'
while [ $# -gt 0 ]; do
	case $1 in
	--linker) [ $# -ge 2 ] || usage; linker=$2; shift ;;
	--gaps) [ $# -ge 2 ] || usage; gaps=$2; shift ;;
	--no-shuffle) shuffle=cat ;;
	-*) usage ;;
	*) if [ -z "$kit" ]; then kit=$1; elif [ -z "$kernel" ]; then kernel=$1; else usage; fi ;;
	esac
	shift
done
[ -n "$kernel" ] || usage
kernel=$(realpath "$kernel")
cd "$kit"

case $(sed -n 's/^MACHINE=[ 	]*//p' Makefile) in
amd64) bits=--64 emulation=elf_x86_64 ;;
i386) bits=--32 emulation=elf_i386 ;;
*) echo "relink.sh: $kit/Makefile: neither amd64 nor i386" >&2; exit 3 ;;
esac
case $linker in
ld) ld="ld -m $emulation" mmap= ;;
lld) ld="ld.lld -m $emulation" mmap=--no-mmap-output-file ;;
*) usage ;;
esac

# ---- the gaps ----

: "${gaps:=$(shuf -i 0-12287 -n 1),$(shuf -r -i 0-4095 -n 4 | paste -sd,)}"
IFS=, read -r text0 text1 rodata data bss <<END
$gaps
END

# The dummy gives gap.o its machine and each section its type and flags; both linkers take them from an input.
as $bits -o "$kernel.dummy.o" - <<'END'
	.text
	.balign 4096
	.section .rodata, "a", @progbits
	.data
	.bss
	.section .note.GNU-stack, "", @progbits
END
# 0xcccccccc is int3 four times over: whoever jumps into a gap traps at once. It reads the same in both byte orders.
cat >"$kernel.gap.link" <<END
SECTIONS
{
	.text : ALIGN(4096)
	{
		LONG(0xcccccccc);
		. += $text0;
		. = ALIGN(4096);
		endboot = .;
		. += $text1;
		. = ALIGN(16);
		*(.text .text.*)
	} =0xcccccccc
	.rodata : { LONG(0xcccccccc); . += $rodata; . = ALIGN(16); *(.rodata .rodata.*) } =0xcccccccc
	.data : { LONG(0xcccccccc); . += $data; . = ALIGN(16); *(.data .data.*) } =0xcccccccc
	.bss : { . += $bss; . = ALIGN(16); *(.bss .bss.*) }
}
END
$ld -r -T "$kernel.gap.link" "$kernel.dummy.o" -o "$kernel.gap.o"
rm "$kernel.dummy.o"

# ---- the order ----

awk '/^OBJS=/ { on = 1; sub(/^OBJS=/, "") } on { more = sub(/\\$/, ""); print; on = more }' Makefile |
	tr -s ' \t' '\n\n' | grep . | { cat; printf '%s\n' param.o ioconf.o vers.o; } | $shuffle >"$kernel.lorder"

# ---- the link ----

# The kit's own flags; -nopie is OpenBSD's spelling of -no-pie, and only ld.lld has --no-mmap-output-file.
flags=$(sed -n 's/^LINKFLAGS+*=[ 	]*//p' Makefile | tr '\n' ' ' |
	sed -e 's/-nopie/-no-pie/' -e "s/--no-mmap-output-file/$mmap/")
$ld $flags -o "$kernel" locore0.o "$kernel.gap.o" $(cat "$kernel.lorder") swapgeneric.o
