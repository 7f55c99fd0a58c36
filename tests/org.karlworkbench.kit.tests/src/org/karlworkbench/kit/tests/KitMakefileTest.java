package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.makefile.KitMakefile;
import org.karlworkbench.kit.makefile.Makefile;
import org.karlworkbench.kit.makefile.MakefileProblem;

class KitMakefileTest {
    @TempDir
    Path folder;

    private static KitMakefile read(String text) {
        return KitMakefile.of(Makefile.parse(text, Map.of()));
    }

    private static List<MakefileProblem> bad(KitMakefile makefile) {
        return makefile.problems().stream()
                .filter(problem -> problem.kind() == MakefileProblem.Kind.BAD)
                .toList();
    }

    @Test
    void readsARecentMakefile() {
        KitMakefile makefile = read(SampleMakefiles.RECENT);
        assertEquals(List.of(), bad(makefile));
        assertEquals("GENERIC.MP", makefile.config());
        assertEquals("amd64", makefile.machine());
        assertEquals(List.of("DDB", "KTRACE", "MULTIPROCESSOR", "TTY_NAME=\"con\""), makefile.options());
        assertEquals(List.of("locore0.o"), makefile.head());
        assertEquals(1, makefile.gapPosition());
        assertEquals(List.of("kern_main.o", "bsd-comp.o", "k1x-pstate.o", "locore.o", "subr_1.o"), makefile.objs());
        assertEquals(
                List.of(
                        "kern_main.o",
                        "bsd-comp.o",
                        "k1x-pstate.o",
                        "locore.o",
                        "subr_1.o",
                        "param.o",
                        "ioconf.o",
                        "vers.o"),
                makefile.body());
        assertEquals(List.of("swapgeneric.o"), makefile.tail());
        assertTrue(makefile.shuffled());
        assertTrue(makefile.debug());
        assertFalse(makefile.smallKernel());
        assertEquals(
                List.of("-T", "ld.script", "-X", "--warn-common", "-nopie", "--no-mmap-output-file"),
                makefile.linkFlags());
        assertEquals("0xcccccccc", makefile.padWord());
        assertEquals(0xccccccccL, makefile.pad().getAsLong());
        assertEquals("gapdummy.o", makefile.gapDummy());
        assertTrue(makefile.usable());
    }

    @Test
    void smallKernelKeepsTheOrder() {
        KitMakefile makefile = read(SampleMakefiles.RAMDISK);
        assertEquals(List.of(), bad(makefile));
        assertTrue(makefile.smallKernel());
        assertFalse(makefile.shuffled());
        assertFalse(makefile.debug());
        assertEquals(List.of("swapbsd.o"), makefile.tail());
        assertTrue(makefile.linkFlags().contains("-S"));
        assertEquals("RAMDISK_CD", makefile.config());
    }

    @Test
    void readsAnOldMakefile() {
        KitMakefile makefile = read(SampleMakefiles.OLD);
        assertEquals(List.of(), bad(makefile));
        assertEquals("i386", makefile.machine());
        assertEquals("GENERIC", makefile.config());
        assertEquals(List.of("a.o", "b.o", "c.o", "param.o", "ioconf.o", "vers.o"), makefile.body());
        assertEquals(List.of("swapgeneric.o"), makefile.tail());
        assertTrue(makefile.shuffled());
        assertEquals(0xccccccccL, makefile.pad().getAsLong());
        assertNull(makefile.gapDummy());
        assertEquals(List.of("-melf_i386", "-q", "x y"), makefile.gapLdFlags());
    }

    @Test
    void readsAMakefileWithoutKarl() {
        KitMakefile makefile = read(SampleMakefiles.FIXED);
        assertEquals(List.of(), bad(makefile));
        assertEquals("socppc", makefile.machine());
        assertEquals(List.of("locore.o", "param.o", "ioconf.o"), makefile.head());
        assertEquals(-1, makefile.gapPosition());
        assertEquals(List.of("vers.o", "x.o", "y.o", "z.o"), makefile.body());
        assertEquals(List.of("swapgeneric.o"), makefile.tail());
        assertFalse(makefile.shuffled());
        assertNull(makefile.padWord());
        assertTrue(makefile.pad().isEmpty());
    }

    @Test
    void takesTheUsualOrderWhereTheLinkLineIsSilent() {
        KitMakefile makefile = read("SYSTEM_HEAD=locore.o gap.o\nOBJS=b.o a.o\nvers: swapgeneric.o\n");
        assertEquals(List.of("locore.o"), makefile.head());
        assertEquals(List.of("b.o", "a.o", "param.o", "ioconf.o", "vers.o"), makefile.body());
        assertEquals(List.of("swapgeneric.o"), makefile.tail());
        assertTrue(makefile.shuffled());
    }

    @Test
    void whatIsListedTwiceStaysSo() {
        KitMakefile makefile = read(SampleMakefiles.RECENT.replace("subr_1.o", "subr_1.o kern_main.o locore0.o"));
        assertEquals(10, makefile.body().size());
        assertEquals(2, makefile.body().stream().filter("kern_main.o"::equals).count());
        assertTrue(makefile.body().contains("locore0.o"));
    }

    @Test
    void namesNoTailThatIsNowhereNamed() {
        assertEquals(
                List.of(), read("SYSTEM_HEAD=locore.o gap.o\nOBJS=b.o a.o\n").tail());
    }

    @Test
    void readsTheFormThatSortsInsideTheLinkersLine() {
        KitMakefile makefile = read("OBJS=a.o b.o\nSYSTEM_HEAD=locore0.o gap.o\n"
                + "SYSTEM_LD=${LD} -o $@ ${SYSTEM_HEAD} vers.o "
                + "$$(echo ${OBJS} param.o ioconf.o | tr ' ' '\\n' | sort -R)\n"
                + "bsd: x\n\t${SYSTEM_LD} swapgeneric.o\n");
        assertEquals(List.of("locore0.o", "vers.o"), makefile.head());
        assertEquals(List.of("a.o", "b.o", "param.o", "ioconf.o"), makefile.body());
        assertTrue(makefile.shuffled());
        assertEquals(List.of("swapgeneric.o"), makefile.tail());
    }

    @Test
    void findsTheMachineInTheFolderOfItsSources() {
        KitMakefile makefile =
                read("S=/usr/src/sys\nx.o: $S/arch/mips64/x.c\n\tcd ${S}/arch/octeon/conf; config GENERIC\n");
        assertEquals("octeon", makefile.machine());
        assertEquals(List.of("octeon", "mips64"), makefile.machineHints());
        assertEquals("GENERIC", makefile.config());
    }

    @Test
    void aMakefileThatMakesNoSenseIsTold() {
        KitMakefile makefile = read("dear reader\nthis is no makefile = at all\n.if ${X\n.endif\n.endif\n((((\n");
        assertFalse(makefile.usable());
        assertFalse(bad(makefile).isEmpty());
        assertEquals(1, bad(makefile).getFirst().line());
    }

    @Test
    void aPadWordThatIsNoNumberIsTold() {
        KitMakefile makefile = read("SYSTEM_HEAD=a.o gap.o\nMAKE_GAP=sh makegap.sh 0xzz dummy.o\n");
        assertTrue(makefile.pad().isEmpty());
        assertTrue(bad(makefile).getFirst().message().contains("pad word"));
        assertTrue(read("MAKE_GAP=sh makegap.sh 0x1cccccccc\n").pad().isEmpty());
        assertTrue(read("MAKE_GAP=sh makegap.sh -1\n").pad().isEmpty());
        assertEquals(
                0xf400fc01L, read("MAKE_GAP=sh makegap.sh 0xf400fc01\n").pad().getAsLong());
    }

    @Test
    void aTooLargeFileIsRefused() throws IOException {
        Path file = folder.resolve("Makefile");
        Files.write(file, new byte[Makefile.LARGEST + 1]);
        EngineException e = assertThrows(EngineException.class, () -> Makefile.read(file, Map.of()));
        assertEquals("bad-makefile", e.code());
    }

    @Test
    void aFolderIsNoMakefile() {
        EngineException e = assertThrows(EngineException.class, () -> Makefile.read(folder, Map.of()));
        assertEquals("bad-makefile", e.code());
    }

    @Test
    void aMissingFileIsTold() {
        EngineException e =
                assertThrows(EngineException.class, () -> KitMakefile.read(folder.resolve("none"), Map.of()));
        assertEquals("io", e.code());
    }
}
