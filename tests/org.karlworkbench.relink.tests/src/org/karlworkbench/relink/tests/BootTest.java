package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/**
 * Random relinks of the demo kernel, booted in QEMU: twenty by other linkers, a hundred by the one that is built in,
 * of which it shuffles sections in the last twenty.
 */
class BootTest {
    private static final String OK = "demo: ok";
    private static final Pattern PRINTED = Pattern.compile("(?m)^([a-z_0-9]+) 0x([0-9a-f]{16})\\s*$");
    private static final int FEWEST = 20;
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    @RepeatedTest(120)
    void randomRelinksBootAndSayWhereTheyLie(RepetitionInfo repetition) throws Exception {
        int number = repetition.getCurrentRepetition();
        boolean sections = number > 100;
        LoadedKit kit = Kits.loaded(sections ? "demo-amd64-sections" : "demo-amd64");
        String linker = number > 20 ? "builtin" : number % 2 == 0 ? "ld" : "lld";
        Seed seed = Seed.random();
        String which = linker + " " + seed.hex();
        Path kernel = folder.resolve("bsd");
        Recipe recipe = Runs.recipe();
        recipe.setLinker(linker);
        recipe.setUnit(sections ? "section" : "object");
        Relink.run(
                new RelinkRequest(kit, recipe, seed, kernel, null, Runs.tool(kit, linker), null),
                org.karlworkbench.elf.Progress.NONE);
        String serial = boot(kernel);
        assertTrue(serial.contains(OK), which + "\n" + serial);
        int compared = 0;
        try (ElfFile file = ElfFile.open(kernel)) {
            Symbols symbols = file.symbols();
            for (Matcher line = PRINTED.matcher(serial); line.find(); ) {
                int symbol = symbols.find(line.group(1));
                assertTrue(symbol > 0, which + ": the kernel prints " + line.group());
                assertEquals(symbols.value(symbol), Long.parseUnsignedLong(line.group(2), 16), which + line.group());
                compared++;
            }
        }
        assertTrue(compared >= FEWEST, which + ": only " + compared + " addresses in\n" + serial);
    }

    /** The command of LINKERS' simplest machine: a PVH kernel on microvm, its console on standard output. */
    private String boot(Path kernel) throws Exception {
        Path serial = folder.resolve("serial");
        Process qemu = new ProcessBuilder(List.of(
                        "qemu-system-x86_64",
                        "-accel",
                        "tcg",
                        "-M",
                        "microvm",
                        "-m",
                        "64",
                        "-display",
                        "none",
                        "-serial",
                        "stdio",
                        "-nodefaults",
                        "-no-reboot",
                        "-device",
                        "isa-debug-exit,iobase=0xf4,iosize=4",
                        "-kernel",
                        kernel.toString()))
                .redirectOutput(serial.toFile())
                .redirectErrorStream(true)
                .start();
        qemu.getOutputStream().close();
        boolean ended = qemu.waitFor(SECONDS, TimeUnit.SECONDS);
        qemu.destroyForcibly().waitFor();
        String text = Files.readString(serial, StandardCharsets.UTF_8);
        assertTrue(ended, "does not end:\n" + text);
        return text;
    }
}
