package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Hibernation;
import org.karlworkbench.machine.Machine;

/** The signature of a kernel, against one that is computed from what nm tells. */
class HibernationTest {
    private static final String VERSION = "OpenBSD 7.7 (GENERIC) #1: today\n    root@here:/usr/src\n";

    @TempDir
    private Path folder;

    private Path kernel(String name, String target, int gap, String version) throws Exception {
        Path source = folder.resolve(name + ".s");
        Files.writeString(source, """
                .text
                .globl _start, printf, malloc, km_alloc, strlen
                _start: .space 16
                printf: .space %d
                malloc: .space 32
                strlen: .space 48
                km_alloc: .space 64
                .section .rodata,"a"
                .globl version
                version: .asciz "%s"
                """.formatted(gap, version.replace("\n", "\\n")));
        Path object = folder.resolve(name + ".o");
        run("clang", "--target=" + target, "-c", "-o", object.toString(), source.toString());
        Path kernel = folder.resolve(name);
        run("ld.lld", "-Ttext=0x8ff00000", "-o", kernel.toString(), object.toString());
        return kernel;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), words);
        return words;
    }

    /** The same by other means. */
    private static String witness(Path kernel, int bytes, boolean big, String version) throws Exception {
        List<String> symbols = run("nm", kernel.toString()).lines().toList();
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(version.getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("printf", "malloc", "km_alloc", "strlen")) {
            String line = symbols.stream()
                    .filter(each -> each.endsWith(" " + name))
                    .findFirst()
                    .orElseThrow();
            String digits = line.substring(0, line.indexOf(' '));
            byte[] word = HexFormat.of().parseHex(digits.substring(digits.length() - 2 * bytes));
            for (int i = 0; i < bytes; i++) {
                sha.update(word[big ? i : bytes - 1 - i]);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    @ParameterizedTest
    @CsvSource({
        "x86_64-linux-gnu, 8, false",
        "i386-linux-gnu, 4, false",
        "powerpc-linux-gnu, 4, true",
        "powerpc64-linux-gnu, 8, true"
    })
    void signatures(String target, int bytes, boolean big) throws Exception {
        Path kernel = kernel("a", target, 16, VERSION);
        Path moved = kernel("b", target, 32, VERSION);
        Path named = kernel("c", target, 16, "another");
        String signature = witness(kernel, bytes, big, VERSION);
        Hibernation same = Hibernation.of(kernel, kernel);
        assertEquals(signature, same.signatureA());
        assertTrue(same.resumes());
        assertNull(same.reason());
        Hibernation other = Hibernation.of(kernel, moved);
        assertFalse(other.resumes());
        assertEquals(witness(moved, bytes, big, VERSION), other.signatureB());
        assertEquals(
                witness(named, bytes, big, "another"),
                Hibernation.of(kernel, named).signatureB());
        assertNotEquals(signature, Hibernation.of(kernel, named).signatureB());
    }

    @Test
    void kernelsWithoutASignature() throws Exception {
        Machine machine = Demo.machine(Files.createDirectory(folder.resolve("root")));
        Demo.run(machine, Demo.install(Demo.OLD));
        assertEquals(
                "no-machine",
                assertThrows(EngineException.class, () -> Hibernation.of(machine))
                        .code());
        Demo.run(machine, new Behaviour.Boot());
        Hibernation none = Hibernation.of(machine);
        assertFalse(none.resumes());
        assertNull(none.signatureA());
        assertTrue(none.reason().contains("has no signature: it has no symbol printf"), none.reason());
        assertThrows(EngineException.class, () -> Hibernation.of(folder.resolve("a"), folder.resolve("b")));
    }
}
