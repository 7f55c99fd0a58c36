package org.karlworkbench.kit.tests;

/** Small Makefiles in the shapes that config(8) has written over the years, in words of our own. */
final class SampleMakefiles {
    private SampleMakefiles() {}

    /** The recent shape: lorder, SORTR, MAKE_GAP, a debugging kernel. */
    static final String RECENT = """
        # made for the tests; shaped like a recent amd64 kernel's Makefile
        IDENT=\t-DDDB -DKTRACE \\
        \t-DMULTIPROCESSOR -DTTY_NAME="\\"con\\"" # options end here
        PARAM=-DMAXUSERS=80
        S=\t/usr/src/sys
        _mach=\tamd64
        _arch=\tamd64
        DEBUG=\t-g
        .include <bsd.own.mk>
        .ifndef S
        S!=\tcd ../../../.. && pwd
        .endif
        _machdir?=\t$S/arch/${_mach}
        SORTR?=\tsort -R
        .if ${IDENT:M-DSMALL_KERNEL}
        SORTR=\tcat
        .endif
        LINKFLAGS=\t-T ld.script -X --warn-common -nopie
        .if ${LD:T:Mld*}
        LINKFLAGS+=\t--no-mmap-output-file
        .endif
        OBJS=\tkern_main.o bsd-comp.o k1x-pstate.o \\
        \tlocore.o \\
        \tsubr_1.o
        CFILES=\t$S/kern/kern_main.c
        SYSTEM_HEAD=\tlocore0.o gap.o
        SYSTEM_OBJ=\t${SYSTEM_HEAD} ${OBJS} param.o ioconf.o
        SYSTEM_DEP=\tMakefile ${SYSTEM_OBJ} ld.script
        SYSTEM_LD_HEAD=\t@rm -f $@
        SYSTEM_LD=\t@echo ${LD} ${LINKFLAGS} -o $@ '$${SYSTEM_HEAD} vers.o $${OBJS}'; \\
        \t\tumask 007; \\
        \t\techo ${OBJS} param.o ioconf.o vers.o | tr " " "\\n" | ${SORTR} > lorder; \\
        \t\t${LD} ${LINKFLAGS} -o $@ ${SYSTEM_HEAD} `cat lorder`
        SYSTEM_LD_TAIL=\t@${SIZE} $@
        .if ${DEBUG} == "-g"
        SYSTEM_LD_TAIL+=;mv $@ $@.gdb; ctfstrip -S -o $@ $@.gdb
        .else
        LINKFLAGS+=\t-S
        .endif
        MAKE_GAP = LD="${LD}" sh makegap.sh 0xcccccccc gapdummy.o

        all: bsd

        bsd: ${SYSTEM_DEP} swapgeneric.o vers.o
        \t${SYSTEM_LD_HEAD}
        \t${SYSTEM_LD} swapgeneric.o
        \t${SYSTEM_LD_TAIL}

        newbsd:
        \t${MAKE_GAP}
        \t${SYSTEM_LD_HEAD}
        \t${SYSTEM_LD} swapgeneric.o
        \t${SYSTEM_LD_TAIL}
        \tmv -f newbsd bsd

        gap.o: Makefile makegap.sh vers.o gapdummy.o
        \t${MAKE_GAP}

        update-link:
        \tmkdir -p -m 700 /usr/share/relink/kernel
        \trm -rf /usr/share/relink/kernel.tgz /usr/share/relink/kernel/GENERIC.MP
        \tmkdir /usr/share/relink/kernel/GENERIC.MP

        reconfig:
        \t[ -f /etc/bsd.re-config ] && config -e -c /etc/bsd.re-config -f bsd
        """;

    /** A ramdisk's kernel: SMALL_KERNEL, a root device of its own, so another tail. */
    static final String RAMDISK = RECENT.replace("-DDDB", "-DSMALL_KERNEL")
            .replace("DEBUG=\t-g", "DEBUG?=\t")
            .replace("swapgeneric.o", "swapbsd.o")
            .replace("GENERIC.MP", "RAMDISK_CD");

    /** The first years: no MAKE_GAP variable, no dummy, SORTR not yet there. */
    static final String OLD = """
        IDENT=-DDDB -DI686_CPU
        S=../../../..
        .PATH: ${S}/arch/i386/i386
        LINKFLAGS= -Ttext 0xD0200000 -e start -N --warn-common -nopie
        LDFLAGS= -melf_i386_obsd
        OBJS= a.o b.o
        OBJS+= c.o
        SYSTEM_HEAD= locore0.o gap.o
        SYSTEM_LD= @umask 007; \\
        \techo ${OBJS} param.o ioconf.o vers.o | tr " " "\\n" | sort -R > lorder; \\
        \t$(LD) $(LINKFLAGS) -o $@ $(SYSTEM_HEAD) $$(cat lorder)
        bsd: ${OBJS}
        \t$(SYSTEM_LD) swapgeneric.o
        gap.o: makegap.sh
        \tLD="${LD}" LDFLAGS="-melf_i386 -q 'x y'" sh makegap.sh 0xcc
        # config GENERIC
        """;

    /** A machine that never had any of it: a fixed order and no gap. */
    static final String FIXED = """
        IDENT=-DDDB
        MACHINE=socppc
        MACHINE_ARCH=powerpc
        LINKFLAGS=-N -Ttext 200000 -e start --warn-common
        OBJS=x.o \\
            y.o z.o
        SYSTEM_HEAD=locore.o param.o ioconf.o
        SYSTEM_OBJ=${SYSTEM_HEAD} ${OBJS}
        SYSTEM_LD=@echo ${LD}; ${LD} ${LINKFLAGS} -o $@ ${SYSTEM_HEAD} vers.o ${OBJS}
        bsd: ${SYSTEM_OBJ}
        \t${SYSTEM_LD} swapgeneric.o
        """;
}
