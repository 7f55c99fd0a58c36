package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.kit.KitFlags;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.Translation;
import org.karlworkbench.kit.makefile.ShellWords;

class KitFlagsTest {
    private static final int ROUNDS = 2000 * Integer.getInteger("karl.rounds", 1);
    private static final UnaryOperator<String> EMULATION = word -> switch (word) {
        case "elf_i386", "elf_i386_obsd" -> "elf_i386";
        case "elf_x86_64" -> word;
        default -> null;
    };

    @TempDir
    Path kit;

    private Translation translate(String flags, String linker) {
        return KitFlags.translate(ShellWords.split(flags), linker, kit, EMULATION);
    }

    @Test
    void aRecentKernelsFlagsForBothLinkers() {
        String flags = "-T ld.script -X --warn-common -nopie --no-mmap-output-file -S";
        Translation ld = translate(flags, "ld");
        assertEquals(List.of("-X", "--warn-common", "-no-pie", "-S"), ld.args());
        assertEquals(List.of("--no-mmap-output-file"), ld.dropped());
        assertEquals(List.of(new Translated("-nopie", "-no-pie")), ld.translated());
        assertEquals("ld.script", ld.script());
        assertEquals(List.of(), ld.refused());
        Translation lld = translate(flags, "lld");
        assertEquals(List.of("-X", "--warn-common", "-no-pie", "--no-mmap-output-file", "-S"), lld.args());
        assertEquals(List.of(), lld.dropped());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-e start|-e start",
                "-estart|-e start",
                "--entry=$start|-e $start",
                "-entry start|-e start",
                "-Ttext 80000|-Ttext=80000",
                "-Ttext=0xD0200000|-Ttext=0xD0200000",
                "--Ttext 100114|-Ttext=100114",
                "-N -n -X -S|-N -n -X -S",
                "--omagic --strip-debug|--omagic --strip-debug",
                "-warn-common|--warn-common",
                "-m elf_x86_64|-m elf_x86_64",
                "-melf_i386_obsd|-m elf_i386",
                "-z notext|-z notext",
                "-zmax-page-size=0x1000|-z max-page-size=0x1000",
                "-G 4|-G 4",
                "-G4|-G 4",
                "--gpsize=8|-G 8",
                "-pie|--pie",
                "-no-pie|--no-pie",
                "--unresolved-symbols=ignore-all|--unresolved-symbols=ignore-all",
                "-unresolved-symbols ignore-all|--unresolved-symbols=ignore-all",
                "--allow-multiple-definition|--allow-multiple-definition",
                "--start-group --end-group|--start-group --end-group",
                "-( -)|--start-group --end-group",
                "--end-group|",
            })
    void spelledInAllWays(String flags, String args) {
        Translation translation = translate(flags, "ld");
        assertEquals(args == null ? "" : args, String.join(" ", translation.args()));
        assertEquals(List.of(), translation.refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-T ld.script", "-Tld.script", "--script=ld.script", "-script ld.script", "--script ld.script"})
    void theScriptIsNamedInAllWays(String flags) {
        Translation translation = translate(flags, "lld");
        assertEquals("ld.script", translation.script());
        assertEquals(List.of(), translation.args());
        assertEquals(List.of(), translation.refused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x -s -d|-x;-s;-d",
                "-O2 -O 2|-O2;-O;2",
                "--build-id=sha1 --gc-sections|--build-id=sha1;--gc-sections",
                "-static -nostdlib -shared -r|-static;-nostdlib;-shared;-r",
                "-rpath /usr/lib|-rpath /usr/lib",
                "-Tdata 0x1000 --section-start=.x=4|-Tdata 0x1000;--section-start=.x=4",
                "--no-such-flag --no-such other|--no-such-flag;--no-such other",
                "--no-such-flag=x|--no-such-flag=x",
                "-m elf_none -melf_none2|-m elf_none;-melf_none2",
                "word other.o|word;other.o",
                "-Xfoo|-Xfoo",
                "--warn-common=x|--warn-common=x",
                "-u start -y x -defsym a=b|-u start;-y x;-defsym a=b",
                "-soname -X|-soname",
            })
    void allElseIsDropped(String flags, String dropped) {
        Translation translation = translate(flags, "ld");
        assertEquals(List.of(dropped.split(";")), translation.dropped());
        assertEquals(List.of(), translation.refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-plugin x.so",
                "--plugin=x.so",
                "-plugin-opt=-load=x",
                "-mllvm -load=x.so",
                "-mllvm=-load=x",
                "-o /tmp/x",
                "-o/tmp/x",
                "-omagic",
                "--output=x",
                "-Map x",
                "-Map=x",
                "--Map x",
                "--dependency-file=x",
                "--out-implib x",
                "@flags",
                "-R /lib/x.so",
                "-R/lib/x.so",
                "--just-symbols=x",
                "-T /etc/x",
                "-T ../x",
                "-T sub/../../x",
                "-T/etc/x",
                "--script=/etc/x",
                "-T",
                "-L /usr/lib",
                "-L/usr/lib",
                "-L ..",
                "-L=/usr/lib",
                "-L=x",
                "--library-path=/x",
                "-L$SYSROOT/x",
                "--dynamic-linker /x",
                "-dynamic-linker=x",
                "-I x",
                "--version-script=x",
                "--dynamic-list x",
                "--reproduce=x.tar",
                "--sysroot=/x",
                "-lc",
                "-l c",
                "--library=c",
                "-c x",
                "--mri-script=x",
                "-dT x",
                "--default-script=x",
                "--error-handling-script=/bin/sh",
                "--retain-symbols-file=x",
                "--time-trace",
                "--audit=x",
                "-P x",
                "--chroot /x",
                "/lib/crt1.o",
                "../other.o",
                "~/x.o",
                "--why-extract=x",
                "-T ld.script -T other.script",
                "-Ttext=",
                "-Ttext start",
                "-e",
                "--unresolved-symbols=x",
                "-e 'a b'",
                "-e @x",
                "-T ''",
                "-T -x",
                "-T @x",
                "--symbol-ordering-file x",
            })
    void whatIsDangerousIsRefused(String flags) {
        for (String linker : List.of("ld", "lld")) {
            Translation translation = translate(flags, linker);
            assertFalse(translation.refused().isEmpty(), linker);
            assertFalse(translation.refused().getFirst().reason().isBlank());
            assertTrue(
                    flags.replace("'", "")
                            .contains(translation.refused().getFirst().flag()),
                    linker);
        }
    }

    @Test
    void linksThatLeadOutsideAreRefused() throws IOException {
        Files.createSymbolicLink(kit.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(kit.resolve("link.script"), Path.of("/etc/passwd"));
        assertFalse(translate("-L out", "ld").refused().isEmpty());
        assertFalse(translate("-T link.script", "ld").refused().isEmpty());
        assertNull(translate("-T link.script", "ld").script());
    }

    @Test
    void foldersInsideTheKitBecomeAbsolute() throws IOException {
        Files.createDirectory(kit.resolve("lib"));
        assertEquals(
                List.of("-L", kit.resolve("lib").toString()),
                translate("-Llib", "ld").args());
        assertEquals(List.of("-L", kit.toString()), translate("-L .", "ld").args());
    }

    @Test
    void translationsKeepTheSpelling() {
        assertEquals(
                List.of(
                        new Translated("-melf_i386_obsd", "-melf_i386"),
                        new Translated("-m elf_i386_obsd", "-m elf_i386"),
                        new Translated("--nopie", "-no-pie")),
                translate("-melf_i386_obsd -m elf_i386_obsd --nopie -m elf_x86_64", "lld")
                        .translated());
    }

    @Test
    void lldHasNoSmallData() {
        assertEquals(List.of("-G 4"), translate("-G 4", "lld").dropped());
    }

    /** The linkers that are installed must take whatever is passed on to them. */
    @Test
    void installedLinkersKnowWhatTheyAreGiven() throws Exception {
        String flags = "-X -S -N -n --warn-common -nopie --no-mmap-output-file -estart -Ttext=80000 -m elf_x86_64"
                + " -z notext -G 4 -L . --unresolved-symbols=ignore-all --allow-multiple-definition --start-group"
                + " --end-group -pie";
        for (Map.Entry<String, String> linker :
                Map.of("ld", "ld", "lld", "ld.lld").entrySet()) {
            if (!isInstalled(linker.getValue())) {
                continue;
            }
            for (String arg : args(translate(flags, linker.getKey()))) {
                String said = run(linker.getValue(), arg);
                assertFalse(
                        said.contains("unrecognized") || said.contains("unknown") || said.contains("disambiguate"),
                        said);
            }
        }
    }

    private static List<String> args(Translation translation) {
        List<String> joined = new ArrayList<>();
        for (String arg : translation.args()) {
            boolean value = !arg.startsWith("-");
            joined.add(value ? joined.removeLast() + "\n" + arg : arg);
        }
        return joined;
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private String run(String program, String arg) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arg.split("\n")));
        command.add("/nonexistent.o");
        Process process = new ProcessBuilder(command)
                .directory(kit.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nothingThatComesOutReachesOutside() {
        Random random = new Random(99);
        String[] pieces = {
            "-T",
            "-Ttext",
            "-L",
            "-o",
            "-m",
            "-e",
            "-z",
            "-G",
            "--plugin",
            "@x",
            "/etc/x",
            "..",
            "=",
            "-",
            "--",
            "x.so",
            "ld.script",
            "start",
            "4",
            "-Map",
            "-l",
            "c",
            "-R",
            "--script=",
            "--entry=",
            "-nopie",
            ",",
            "$",
            "-mllvm",
            "\n",
        };
        for (int round = 0; round < ROUNDS; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                StringBuilder word = new StringBuilder();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    word.append(pieces[random.nextInt(pieces.length)]);
                }
                words.add(word.toString());
            }
            Translation translation = KitFlags.translate(words, round % 2 == 0 ? "ld" : "lld", kit, EMULATION);
            for (String arg : translation.args()) {
                assertFalse(arg.startsWith("@") || arg.contains("\n") || arg.matches("--?plugin.*"), words.toString());
                assertTrue(!arg.contains("/") || arg.startsWith(kit.toString()), words.toString());
                assertFalse(arg.startsWith("-o") || arg.startsWith("-l") || arg.startsWith("-R"), words.toString());
            }
            String script = translation.script();
            assertTrue(script == null || !script.startsWith("/") && !script.contains("../"), words.toString());
        }
    }
}
