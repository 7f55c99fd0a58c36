#!/bin/sh
# config-makefile.sh MACHINE IDENT [LINKFLAG ...] <names of the objects of OBJS, one a line
#
# Writes a kit's Makefile to standard output in the form that OpenBSD's config(8) gives it, in BSD make's language.
# The relink reads a few variables of it and nobody runs it; so the rules are the shape of the original's and no more.
# DEBUG=-g in the environment makes the Makefile of a kit whose objects are compiled with -g.
set -eu

machine=$1 ident=$2
shift 2
[ "$machine" != i386 ] || emulation=-melf_i386

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
[ -z "${emulation-}" ] || echo "LDFLAGS=	$emulation"
echo "LINKFLAGS=	-T ld.script -X --warn-common -nopie${emulation:+ $emulation}"
echo "LINKFLAGS+=	--no-mmap-output-file"
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
cat <<END

SYSTEM_HEAD=	locore0.o gap.o
SYSTEM_OBJ=	\${SYSTEM_HEAD} \${OBJS} param.o ioconf.o
SYSTEM_DEP=	Makefile \${SYSTEM_OBJ}
SYSTEM_LD_HEAD=	@rm -f \$@
SYSTEM_LD=	@umask 007; \\
		echo \${OBJS} param.o ioconf.o vers.o | tr " " "\\n" | \${SORTR} > lorder; \\
		\${LD} \${LINKFLAGS} -o \$@ \${SYSTEM_HEAD} \`cat lorder\`
SYSTEM_LD_TAIL=	@\${SIZE} \$@; chmod 755 \$@

MAKE_GAP =	${emulation:+LDFLAGS=\"\${LDFLAGS\}\" }LD="\${LD}" sh makegap.sh 0xcccccccc gapdummy.o

bsd: \${SYSTEM_DEP} swapgeneric.o vers.o
	\${SYSTEM_LD_HEAD}
	\${MAKE_GAP}
	\${SYSTEM_LD} swapgeneric.o
	\${SYSTEM_LD_TAIL}

# config $ident
END
