package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;

/** Which linkers are found, and what they say of themselves. */
class LinkerToolsTest {
    @TempDir
    Path folder;

    private static Architecture named(String name) {
        return Architectures.named(name).orElseThrow();
    }

    @Test
    void bothLinkersServeAmd64AndI386() throws Exception {
        for (String arch : List.of("amd64", "i386")) {
            List<LinkerTool> tools = LinkerTools.of(named(arch));
            assertEquals(
                    List.of("lld", "ld"), tools.stream().map(LinkerTool::name).toList());
            assertTrue(tools.stream().allMatch(tool -> Files.isExecutable(tool.path())));
            assertTrue(
                    tools.getFirst().version().contains("LLD"), tools.getFirst().version());
            assertTrue(
                    tools.getLast().version().contains("GNU ld"),
                    tools.getLast().version());
            assertEquals(
                    "lld", LinkerTools.find(named(arch), null).orElseThrow().name());
            assertEquals("ld", LinkerTools.find(named(arch), "ld").orElseThrow().name());
        }
    }

    @Test
    void aLinkerNamedByItsPathSaysWhatItIs() throws Exception {
        assertEquals("lld", LinkerTools.at(Path.of("/usr/bin/ld.lld")).name());
        assertEquals(
                "ld", LinkerTools.at(Path.of("/usr/bin/alpha-linux-gnu-ld")).name());
        assertEquals("linker-unknown", code(Path.of("/usr/bin/true")));
        assertEquals("linker-missing", code(folder.resolve("none")));
    }

    /** What a linker said before it was killed is no answer, and is not kept. */
    @Test
    void aLinkerThatDidNotEndIsAskedAgain() throws Exception {
        Path asked = folder.resolve("asked");
        Path program = Files.writeString(
                folder.resolve("ld"),
                "#!/bin/sh\nif [ -e " + asked + " ]; then echo GNU ld 9; else touch " + asked + "; kill -9 $$; fi\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        LinkerTool tool = new LinkerTool(LinkerTool.GNU, program, "binutils");
        assertEquals("", tool.version());
        assertEquals("GNU ld 9", tool.version());
    }

    @Test
    void aLinkerSaysForWhichArchitecturesItIs() throws Exception {
        LinkerTool host = new LinkerTool("ld", Path.of("/usr/bin/x86_64-linux-gnu-ld"), "");
        LinkerTool lld = new LinkerTool("lld", Path.of("/usr/bin/ld.lld"), "");
        assertTrue(host.links(named("amd64")));
        assertFalse(host.links(named("arm64")));
        assertFalse(host.links(named("luna88k")), "no linker has an emulation for it");
        assertTrue(lld.links(named("amd64")) && lld.links(named("arm64")));
        assertFalse(lld.links(named("alpha")));
        assertTrue(lld.relaxes(named("amd64")) && host.relaxes(named("riscv64")));
        assertFalse(lld.relaxes(named("riscv64")));
    }

    @Test
    void aLinkerNamedForAnArchitectureHasToLinkIt() throws Exception {
        Path program = Path.of("/usr/bin/x86_64-linux-gnu-ld");
        assertEquals(program, LinkerTools.at(program, "ld", named("i386")).path());
        EngineException unfit =
                assertThrows(EngineException.class, () -> LinkerTools.at(program, "ld", named("arm64")));
        assertEquals("linker-unfit", unfit.code());
        assertTrue(unfit.line().contains("cannot link arm64"), unfit.line());
        EngineException other =
                assertThrows(EngineException.class, () -> LinkerTools.at(program, "lld", named("amd64")));
        assertEquals("linker-unknown", other.code());
    }

    @Test
    void anArchitecturesOwnLinkerIsNamedFirst() {
        assertEquals(List.of("lld", "ld"), LinkerTools.names(named("amd64")));
        assertEquals(List.of("ld"), LinkerTools.names(named("alpha")));
        assertEquals(List.of(), LinkerTools.names(named("luna88k")));
        assertTrue(LinkerTools.missing(named("alpha"), null).line().contains("binutils-alpha-linux-gnu"));
    }

    private static String code(Path program) {
        return assertThrows(EngineException.class, () -> LinkerTools.at(program))
                .code();
    }

    @Test
    void theHostsOwnLinkerServesNoOtherMachine() {
        for (Architecture architecture : Architectures.all()) {
            if (!List.of("amd64", "i386").contains(architecture.name())) {
                LinkerTools.find(architecture, "ld")
                        .ifPresent(tool -> assertTrue(
                                tool.path().getFileName().toString().startsWith(architecture.tools()),
                                tool.toString()));
            }
        }
        assertTrue(LinkerTools.of(named("luna88k")).isEmpty());
        assertFalse(LinkerTools.find(named("alpha"), "lld").isPresent());
    }

    @Test
    void packagesAreNamed() {
        assertEquals(Optional.of("lld"), LinkerTools.debianPackage(named("amd64"), null));
        assertEquals(Optional.of("binutils-aarch64-linux-gnu"), LinkerTools.debianPackage(named("arm64"), "ld"));
        assertEquals(Optional.empty(), LinkerTools.debianPackage(named("luna88k"), "ld"));
        assertEquals(Optional.empty(), LinkerTools.debianPackage(named("sparc64"), "lld"));
    }

    @Test
    void aVersionIsAskedOnceForEachFileAsItIs() throws Exception {
        Path program = folder.resolve("ld");
        Path asked = folder.resolve("asked");
        Files.writeString(program, "#!/bin/sh\necho x >>'" + asked + "'\necho 'GNU ld (mine) 9.9'\necho more\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        LinkerTool tool = new LinkerTool("ld", program, "binutils");
        assertEquals("GNU ld (mine) 9.9", tool.version());
        assertEquals("GNU ld (mine) 9.9", tool.version());
        assertEquals(1, Files.readAllLines(asked).size());
        Files.setLastModifiedTime(program, FileTime.from(Instant.EPOCH));
        tool.version();
        assertEquals(2, Files.readAllLines(asked).size());
    }

    @Test
    void otherNamesAreNoLinkers() {
        assertThrows(IllegalArgumentException.class, () -> new LinkerTool("gold", folder, ""));
    }
}
