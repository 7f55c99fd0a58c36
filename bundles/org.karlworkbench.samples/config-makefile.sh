#!/bin/sh
# config-makefile.sh MACHINE IDENT [LINKFLAG ...] <names of the objects of OBJS, one a line
#
# Writes a kit's Makefile to standard output in the form that OpenBSD's config(8) gives it, in BSD make's language.
# The relink reads a few variables of it and nobody runs it; so the rules are the shape of the original's and no more.
# DEBUG=-g in the environment makes the Makefile of a kit whose objects are compiled with -g.
set -eu

machine=$1 ident=$2
shift 2

# What the architectures' Makefiles differ in: flags of the link, the pad word, a dummy for the gap, and the head.
emulation= flags="-T ld.script -X --warn-common -nopie" mmap=--no-mmap-output-file dummy=gapdummy.o head=locore0.o
case $machine in
alpha) flags="-T ld.script -X -N -G 4 --warn-common -nopie" mmap= pad=0x00000000 dummy= ;;
amd64) pad=0xcccccccc ;;
arm64) pad=0xd4d4d4d4 ;;
armv7) flags="-T ld.script --warn-common -nopie" pad=0xffffffff ;;
hppa) flags="-X -T ld.script -Ttext 80000 --warn-common -nopie" mmap= pad=0x00000000 dummy= ;;
i386) pad=0xcccccccc emulation=-melf_i386 flags="$flags -melf_i386" ;;
landisk) flags="-N -Ttext 0x8c002000 -e start --warn-common -nopie" mmap= pad=0xc3c3c3c3 dummy= ;;
loongson) flags="-e start -T ld.script -Ttext=0xffffffff80200000 -warn-common -nopie" mmap= pad=0xefefefef ;;
luna88k) flags="-T ld.script -Ttext 0x80000 -e __start -X -N --warn-common -nopie" mmap= pad=0xf400fc01 dummy= ;;
macppc) flags="-N -T ld.script --warn-common -nopie" pad=0x00000000 ;;
octeon) flags="-e start -T ld.script -Ttext=0xffffffff81000000 --warn-common -nopie" mmap= pad=0xefefefef ;;
powerpc64) flags="-T ld.script -X --warn-common -pie" pad=0x00000000 ;;
riscv64) pad=0x00000000 ;;
sgi) flags="-e start -T ld.script -Ttext=0xa800000020020000 --warn-common -nopie" mmap= pad=0xefefefef ;;
socppc) flags="-N -Ttext 200000 -e start --warn-common -nopie" mmap= pad= dummy= ;;
sparc64) flags="-n -T ld.script --warn-common -nopie" mmap= pad=0x00000000 dummy= head=locore.o ;;
*)
	echo "config-makefile.sh: no architecture is called $machine" >&2
	exit 2
	;;
esac

cat <<END
# One kernel's Makefile, as config(8) writes it. Read by the relink; the sources that made the objects are not here.

MACHINE=$machine
MACHINE_ARCH=$machine
IDENT=	-D$ident -DMAXUSERS=80
PARAM=	-DHZ=100
S=	../../../..
_archdir=	\${S}/arch/\${MACHINE}
END
[ -z "${DEBUG-}" ] || echo "DEBUG=	$DEBUG"
cat <<'END'

# A ramdisk's kernel keeps its order: shuffled pointers would compress worse.
SORTR=	sort -R
.if ${IDENT:M-DSMALL_KERNEL}
SORTR=	cat
.endif

END
[ -z "$emulation" ] || echo "LDFLAGS=	$emulation"
echo "LINKFLAGS=	$flags"
[ -z "$mmap" ] || echo "LINKFLAGS+=	$mmap"
for flag; do
	echo "LINKFLAGS+=	$flag"
done
cat <<'END'

DEBUG?=
.if ${DEBUG} == "-g"
STRIPFLAGS=	-S
.else
LINKFLAGS+=	-S
.endif

END
awk '
	BEGIN { line = "OBJS="; column = 8; separator = "\t" }
	column + length($0) > 76 { print line " \\"; line = ""; column = 8; separator = "\t" }
	{ line = line separator $0; column += length($0) + 1; separator = " " }
	END { print line }'
if [ "$machine" = socppc ]; then # never had gaps, nor a random order
	cat <<END

SYSTEM_HEAD=	locore.o param.o ioconf.o
SYSTEM_OBJ=	\${SYSTEM_HEAD} vers.o \${OBJS}
SYSTEM_LD=	@\${LD} \${LINKFLAGS} -o \$@ \${SYSTEM_HEAD} vers.o \${OBJS}

bsd: \${SYSTEM_OBJ} swapgeneric.o
	\${SYSTEM_LD} swapgeneric.o

# config $ident
END
	exit 0
fi
cat <<END

SYSTEM_HEAD=	$head gap.o
SYSTEM_OBJ=	\${SYSTEM_HEAD} \${OBJS} param.o ioconf.o
SYSTEM_DEP=	Makefile \${SYSTEM_OBJ}
SYSTEM_LD_HEAD=	@rm -f \$@
SYSTEM_LD=	@umask 007; \\
		echo \${OBJS} param.o ioconf.o vers.o | tr " " "\\n" | \${SORTR} > lorder; \\
		\${LD} \${LINKFLAGS} -o \$@ \${SYSTEM_HEAD} \`cat lorder\`
SYSTEM_LD_TAIL=	@\${SIZE} \$@; chmod 755 \$@

MAKE_GAP =	${emulation:+LDFLAGS=\"\${LDFLAGS\}\" }LD="\${LD}" sh makegap.sh $pad${dummy:+ $dummy}

bsd: \${SYSTEM_DEP} swapgeneric.o vers.o
	\${SYSTEM_LD_HEAD}
	\${MAKE_GAP}
	\${SYSTEM_LD} swapgeneric.o
	\${SYSTEM_LD_TAIL}

# config $ident
END
