package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;

/**
 * Real linkers that really fail, and what is told of it. In place of the kit's objects they get some that an assembler
 * makes on the spot.
 */
class LinkerCausesTest {
    /** What the rows below use: assemblers by what they are for, and {@code link} for the linker of the row. */
    private static final String BEGIN = """
        cd "$TMPDIR"
        as() { printf "$2\\n" | x86_64-linux-gnu-as -o $1.o -; }
        arm() { printf "$2\\n" | arm-linux-gnueabihf-as -o $1.o -; }
        mips() { printf "$2\\n" | mips64-linux-gnuabi64-as $3 $4 -o $1.o -; }
        riscv() { printf "$2\\n" | riscv64-linux-gnu-as $3 $4 -o $1.o -; }
        bytes() { printf "$3" | dd of=$1.o bs=1 seek=$2 conv=notrunc 2>/dev/null; }
        link() { exec $real "$@" -o "$out"; }
        as start '.globl _start; _start: ret'
        """;

    @TempDir
    Path folder;

    private EngineException fails(String linker, String does) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path kernel = Files.createDirectory(folder.resolve("target")).resolve("bsd");
        EngineException e = Runs.fails(kit, FakeLinker.of(folder.resolve("tools"), kit, linker, BEGIN + does), kernel);
        assertEquals(1, e.line().lines().count(), e.line());
        assertFalse(e.line().contains(".karl-") || e.line().contains("{"), e.line());
        return e;
    }

    private void assertTold(String linkers, String does, String code, String words) throws Exception {
        for (String linker : linkers.split(" ")) {
            EngineException e = fails(linker, does);
            assertEquals(code, e.code(), e.line());
            assertTrue(e.getMessage().startsWith(words + " while it made the kernel"), e.line());
            Files.delete(folder.resolve("target"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ld lld ~ as a 'call nowhere; call nowhere; .data; .quad x'; link start.o a.o\
            ~ found no definition of nowhere, which a.o needs (and 1 more like this)
        ld lld ~ as a '.type a,@function; a: call nowhere; .size a,.-a'; link start.o a.o\
            ~ found no definition of nowhere, which a.o needs
        ld lld ~ as a '.file 1 "a.c"; a: .loc 1 7; call nowhere'; link start.o a.o\
            ~ found no definition of nowhere, which a.o needs
        ld lld ~ as a '.file "a.c"; .globl a; .type a,@function; a: call nowhere'; link start.o a.o\
            ~ found no definition of nowhere, which a.o needs
        ld lld ~ as a '.hidden nowhere; call nowhere'; link start.o a.o\
            ~ found no definition of nowhere, which a.o needs
        ld lld ~ as a '.globl a; .type a,@function; a: ret'; cp a.o b.o; link start.o a.o b.o\
            ~ found a defined twice, in a.o and in b.o
        ld lld ~ as a '.globl a; .file 1 "a.c"; a: .loc 1 7; ret'; cp a.o b.o; link start.o a.o b.o\
            ~ found a defined twice, in a.o and in b.o
        ld lld ~ as a '.file "a.c"; .globl a; .type a,@function; a: ret'; cp a.o b.o; link start.o a.o b.o\
            ~ found a defined twice, in a.o and in b.o
        ld     ~ as a 'a: movl $far,%%eax'; as b '.section .b,"a"; .long far'; link a.o b.o --defsym far=0x123456789a\
            ~ cannot reach far from a.o: too far away for R_X86_64_32 (and 1 more like this)
        ld lld ~ as a '.file "a.c"; .globl a; .type a,@function; a: movl $far,%%eax'; link start.o a.o\
            --defsym far=0x123456789a ~ cannot reach far from a.o: too far away for R_X86_64_32
        ld lld ~ as a 'movl $far,%%eax'; link start.o a.o --defsym far=0x123456789a\
            ~ cannot reach far from a.o: too far away for R_X86_64_32
        ld lld ~ as a '.type a,@function; a: movl $far,%%eax'; link start.o a.o --defsym far=0x123456789a\
            ~ cannot reach far from a.o: too far away for R_X86_64_32
        ld lld ~ as a 'movl $x,%%eax; .data; x: .long 0'; link -pie start.o a.o\
            ~ cannot put a.o into a position-independent kernel
        ld lld ~ as a '.globl x; movl $x,%%eax; .data; x: .long 0'; link -pie start.o a.o\
            ~ cannot put a.o into a position-independent kernel
        """)
    void symbols(String linkers, String does, String words) throws Exception {
        assertTold(linkers, does, "linker-failed", words);
    }

    /** Cut, no object, a folder, and a relocation (at r_info's upper half) with a symbol that the object does not have. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ld lld ~ head -c 300 start.o >a.o
        ld lld ~ head -c 40 start.o >a.o
        ld     ~ echo no object >a.o
        ld lld ~ mkdir a.o
        ld lld ~ as a 'call x'; at=$(readelf -SW a.o | sed -n 's/.* .rela.text *RELA *[0-9a-f]* *\\([0-9a-f]*\\) .*/\\1/p');\
            bytes a $((0x$at + 12)) '\\017\\047'
        """)
    void damagedObjects(String linkers, String damage) throws Exception {
        assertTold(linkers, damage + "; link start.o a.o", "linker-failed", "cannot read a.o, which is cut or damaged");
    }

    /** Objects for another machine, of the other byte order, of another ABI by their flags, with other floating point. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ld  lld ~ arm a 'nop'; link start.o a.o ~ another machine
        ld      ~ mips s 'nop'; mips a 'nop' -EL; exec mips64-linux-gnuabi64-ld s.o a.o -o "$out" ~ another machine
        lld     ~ mips s 'nop'; mips a 'nop' -EL; link s.o a.o ~ another machine
        ld      ~ mips s 'nop'; mips a 'nop' -mabi=n32; exec mips64-linux-gnuabi64-ld s.o a.o -o "$out" ~ another machine
        lld     ~ mips s 'nop'; mips a 'nop' -mabi=n32; link s.o a.o ~ another machine
        ld      ~ mips s 'nop'; mips a 'nop'; bytes a 48 '\\0\\0\\0\\0'; exec mips64-linux-gnuabi64-ld s.o a.o -o "$out" ~ ABI
        ld      ~ mips s 'nop' -march=octeon; mips a 'nop' -march=loongson2f;\
            exec mips64-linux-gnuabi64-ld s.o a.o -o "$out" ~ ABI
        lld     ~ mips s 'nop' -march=octeon; mips a 'nop' -march=loongson2f; link s.o a.o ~ ABI
        lld     ~ mips s 'nop'; mips a 'nop' -msoft-float; link s.o a.o ~ ABI
        ld      ~ arm s 'nop'; arm a 'nop'; bytes a 36 '\\0\\0\\0\\0'; exec arm-linux-gnueabihf-ld s.o a.o -o "$out" ~ ABI
        ld      ~ for i in 0 1; do arm a$i ".cpu cortex-a8; .fpu vfpv3; .eabi_attribute 23,3; .eabi_attribute 28,$i"; done;\
            mv a1.o a.o; exec arm-linux-gnueabihf-ld a0.o a.o -o "$out" ~ ABI
        ld      ~ riscv s 'nop' -march=rv64gc -mabi=lp64d; riscv a 'nop' -march=rv64imac -mabi=lp64;\
            exec riscv64-linux-gnu-ld s.o a.o -o "$out" ~ ABI
        lld     ~ riscv s 'nop' -march=rv64gc -mabi=lp64d; riscv a 'nop' -march=rv64imac -mabi=lp64; link s.o a.o ~ ABI
        lld     ~ for i in 2 1; do printf ".abiversion $i\\n nop\\n" | powerpc64-linux-gnu-as -o a$i.o -; done;\
            mv a1.o a.o; link a2.o a.o ~ ABI
        ld      ~ for i in 2 1; do printf ".abiversion $i\\n nop\\n" | powerpc64-linux-gnu-as -o a$i.o -; done;\
            mv a1.o a.o; exec powerpc64-linux-gnu-ld a2.o a.o -o "$out" ~ ABI
        """)
    void clashes(String linkers, String does, String what) throws Exception {
        String words = what.equals("ABI")
                ? "cannot link a.o, whose ABI clashes with that of the other objects (flags of its ELF header, kind of"
                        + " floating point)"
                : "cannot link a.o, which is for another machine or byte order than the kernel";
        assertTold(linkers.replaceAll(" +", " "), does, "linker-failed", words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        lld    ~ link start.o -frobnicate ~ does not know the flag -frobnicate
        ld lld ~ link start.o --frobnicate ~ does not know the flag --frobnicate
        ld     ~ link start.o --no-mmap-output-file ~ does not know the flag --no-mmap-output-file
        ld lld ~ link start.o -nopie ~ does not know the flag -nopie
        ld lld ~ link -m elf_vax start.o ~ cannot link for elf_vax
        ld lld ~ link start.o a.o ~ found no file a.o
        ld lld ~ link -T a.script start.o ~ found no file a.script
        ld lld ~ link start.o -lnone ~ found no file -lnone
        ld lld ~ link ~ got no object to link
        ld     ~ exec $real start.o -o none/kernel ~ cannot write none/kernel
        lld    ~ exec $real start.o -o none/kernel ~ cannot write none/kernel
        ld lld ~ exec ./a ~ cannot be run here
        """)
    void flagsAndFiles(String linkers, String does, String words) throws Exception {
        assertTold(linkers, does, "linker-failed", words);
    }

    /** A kernel of a gigabyte has no room in the memory that is allowed, and in much less lld has none for its libraries. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ld lld ~ exec $real start.o -o /dev/full ~ no-space ~ no space left on device
        ld     ~ echo 'ld: final link failed: Disk quota exceeded' >&2; exit 1 ~ no-space ~ disk quota exceeded
        ld lld ~ echo 'SECTIONS { .text : { *(.text) . += 0x40000000; LONG(1) } }' >s; ulimit -v 1000000; \
            case $0 in *lld) link --no-mmap-output-file -T s start.o ;; esac; link -T s start.o\
            ~ no-memory ~ ran out of memory
        lld    ~ ulimit -v 40000; link start.o ~ no-memory ~ ran out of memory
        ld lld ~ kill -9 $$ ~ linker-killed ~ was killed by signal 9 (SIGKILL)
        ld lld ~ kill -BUS $$ ~ linker-killed ~ was killed by signal 7 (SIGBUS)
        ld     ~ echo 'SECTIONS { .text : { *(.text) . += 0x400000; LONG(1) } }' >s; ulimit -f 8; link -T s start.o\
            ~ linker-killed ~ was killed by signal 25 (SIGXFSZ, the limit of a file's size)
        ld lld ~ ulimit -S -t 1; while :; do :; done\
            ~ linker-timeout ~ was killed by signal 24 (SIGXCPU, the limit of processor time)
        lld    ~ printf 'nop\\n' | hppa-linux-gnu-as -o a.o -; link a.o\
            ~ linker-killed ~ crashed with signal 11 (SIGSEGV)
        """)
    void spaceMemoryAndSignals(String linkers, String does, String code, String words) throws Exception {
        assertTold(linkers, does, code, words);
    }
}
