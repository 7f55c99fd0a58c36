package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;

/** Kits with libraries: the members that GNU ld and lld take by themselves are those that are linked, by every linker. */
class LibrariesTest {
    private static final int MEMBERS = 14;
    private static final int PC32 = 2;
    private static final Pattern INCLUDED = Pattern.compile("(?m)^(lib\\w\\.a\\(m\\d+\\.o\\))\\s");

    @TempDir
    Path folder;

    /**
     * Where several members of a library define a symbol, or one gives a value to what is COMMON, the linkers differ, and it
     * is done as GNU ld does.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "liba.a libb.a",
                "--start-group liba.a libb.a --end-group",
                "liba.a libb.a liba.a",
                "--start-group libb.a --end-group liba.a"
            })
    void takesWhatTheLinkersTake(String libraries) throws Exception {
        int rounds = 4 * Integer.getInteger("karl.rounds", 1);
        int taken = 0;
        for (int round = 0; round < rounds; round++) {
            Path kit = folder.resolve("kit" + round);
            boolean unique = round % 2 == 0;
            write(kit, libraries, unique, new Random(31L * round + libraries.hashCode()));
            LoadedKit loaded = Kits.load(kit);
            List<String> tail = loaded.plan().tail();
            List<String> members = tail.subList(1, tail.size());
            List<String> byGnu = linkedByGnu(kit, libraries);
            assertEquals(byGnu, members.subList(0, Math.min(byGnu.size(), members.size())), kit + " " + libraries);
            if (unique) {
                assertEquals(linkedByLld(kit, libraries), new TreeSet<>(members), kit + " " + libraries);
            }
            taken += members.size();
            for (String linker : List.of("builtin", "ld", "lld")) {
                RelinkResult result = Runs.relink(loaded, linker, round, folder.resolve("bsd"));
                assertEquals(0, result.account().unexplainedBytes(), linker + " " + kit);
            }
        }
        assertTrue(taken > rounds && taken < MEMBERS * rounds, "all kits are alike");
    }

    /** Members m0 to m13 in two libraries, each with a function that refers to others, sometimes weakly; a body of four. */
    private static void write(Path folder, String libraries, boolean unique, Random random) throws Exception {
        TinyKit kit = new TinyKit(folder);
        for (int i = 0; i < 4; i++) {
            kit.object("b" + i + ".o", object("b" + i, random.nextInt(2), unique, random));
        }
        for (int i = 0; i < MEMBERS; i++) {
            kit.object("m" + i + ".o", object("m" + i, random.nextInt(3), unique, random));
        }
        for (String library : List.of("liba.a", "libb.a")) {
            List<String> command = new ArrayList<>(List.of("ar", "rcs", library));
            for (int i = library.equals("liba.a") ? 0 : MEMBERS / 2; command.size() < 3 + MEMBERS / 2; i++) {
                command.add("m" + i + ".o");
            }
            run(folder, command);
        }
        for (int i = 0; i < MEMBERS; i++) {
            Files.delete(folder.resolve("m" + i + ".o"));
        }
        Files.writeString(folder.resolve("Makefile"), """
            MACHINE=amd64
            OBJS=b0.o b1.o b2.o b3.o
            SYSTEM_HEAD=locore0.o gap.o
            SORTR=sort -R
            LINKFLAGS=-T ld.script --unresolved-symbols=ignore-all
            SYSTEM_LD=@echo ${OBJS} | tr " " "\\n" | ${SORTR} > lorder; ${LD} ${LINKFLAGS} -o $@ ${SYSTEM_HEAD} `cat lorder`
            bsd: ${OBJS}
            \t${SYSTEM_LD} swapgeneric.o %s
            """.formatted(libraries));
    }

    /** A function that refers to members; and now and then a variable that is COMMON in one object and has a value elsewhere. */
    private static ElfWriter object(String name, int references, boolean unique, Random random) {
        ElfWriter writer = TinyKit.writer();
        int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(32, 0xc3));
        writer.symbol(name, 0, 32, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        if (name.startsWith("m") && !unique) {
            writer.symbol("also_" + random.nextInt(3), 0, 32, Elf.STB_WEAK, Elf.STT_FUNC, text);
        }
        for (int i = 0; i < references; i++) {
            String other = random.nextInt(5) == 0 ? "also_" + random.nextInt(3) : "m" + random.nextInt(MEMBERS);
            boolean weak = random.nextInt(4) == 0;
            int symbol = weak
                    ? writer.symbol(other, 0, 0, Elf.STB_WEAK, Elf.STT_NOTYPE, Symbols.UNDEFINED)
                    : writer.undefined(other);
            writer.relocation(text, 8L * i + 4, symbol, PC32, 0);
        }
        if (!unique && random.nextInt(6) == 0) {
            writer.symbol("shared", 8, 8, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
        } else if (name.equals("m3") || name.equals("m9")) {
            int data = writer.section(".data", Elf.SHT_PROGBITS, TinyKit.DATA, 8, TinyKit.bytes(8, 0x77));
            writer.symbol("shared" + (name.equals("m3") ? "" : "_too"), 0, 8, Elf.STB_GLOBAL, Elf.STT_OBJECT, data);
        }
        return writer;
    }

    /** "Archive member included to satisfy reference by file" in the map, in the order in which they are linked. */
    private static List<String> linkedByGnu(Path kit, String libraries) throws Exception {
        String map = run(kit, command("ld", libraries, "-Map=-", "-o", "by.ld"));
        String included = map.substring(0, Math.max(0, map.indexOf("Memory Configuration")));
        return INCLUDED.matcher(included).results().map(each -> each.group(1)).toList();
    }

    private static Set<String> linkedByLld(Path kit, String libraries) throws Exception {
        String map = run(kit, command("ld.lld", libraries, "-Map=-", "-o", "by.lld"));
        Set<String> names = new TreeSet<>();
        Pattern.compile("(lib\\w\\.a\\(m\\d+\\.o\\)):\\(")
                .matcher(map)
                .results()
                .forEach(each -> names.add(each.group(1)));
        return names;
    }

    private static List<String> command(String linker, String libraries, String... more) {
        List<String> command = new ArrayList<>(List.of(linker, "-T", "ld.script", "--unresolved-symbols=ignore-all"));
        command.addAll(Arrays.asList(more));
        command.addAll(List.of("locore0.o", "b0.o", "b1.o", "b2.o", "b3.o", "swapgeneric.o"));
        command.addAll(List.of(libraries.split(" ")));
        return command;
    }

    private static String run(Path folder, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command + ": " + words);
        return words;
    }

    /** The demo kernel with four of its objects in libraries, one of them twice under one name. */
    @ParameterizedTest
    @ValueSource(strings = {"builtin", "ld", "lld"})
    void aKernelWithLibrariesIsReplayedFromItsEntry(String linker) throws Exception {
        Path kit = demo();
        LoadedKit loaded = Kits.load(kit);
        assertEquals(
                List.of(
                        "swapgeneric.o",
                        "libcrypt.a(chacha.o)",
                        "libcrypt.a(random.o)",
                        "libkern.a(string.o)",
                        "libkern.a(string.o)#2"),
                loaded.plan().tail());
        RelinkResult first = Runs.relink(loaded, linker, 3, folder.resolve("bsd"));
        assertEquals(0, first.account().unexplainedBytes());
        assertTrue(Replay.run(
                        new ReplayRequest(first.entryFile(), first.entry(), Kits.load(kit), folder.resolve("again")),
                        Progress.NONE)
                .identical());
        RelinkResult other = Runs.relink(loaded, linker, 4, folder.resolve("other"));
        assertNotEquals(first.entry().getOrder(), other.entry().getOrder());
        assertEquals(first.entry().getTail(), other.entry().getTail());
        LinkerTool tool = Runs.tool(loaded, linker);
        assertEquals(
                "bad-target",
                Runs.fails(loaded, tool, kit.resolve("libkern.a")).code(),
                "a library of the kit is never replaced");
        try (ElfFile kernel = ElfFile.open(folder.resolve("bsd"))) {
            Symbols symbols = kernel.symbols();
            long member = symbols.value(symbols.find("strlen"));
            assertTrue(Long.compareUnsigned(member, symbols.value(symbols.find("root_name"))) > 0, "behind the tail");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "builtin, *libkern.a:string.o(.text)",
        "ld, *libkern.a:string.o (.text)",
        "lld, *libkern.a:(.text)",
        "ld, *(EXCLUDE_FILE(*libkern.a:string.o) .text)"
    })
    void aScriptThatNamesFilesInALibraryIsRefused(String linker, String words) throws Exception {
        LoadedKit loaded = withWords("/* libkern.a:string.o(.text) */\n" + words);
        EngineException e = Runs.fails(loaded, Runs.tool(loaded, linker), folder.resolve("bsd"));
        assertEquals("script-refused", e.code(), e.line());
        Path script = loaded.folder().resolve("ld.script");
        int line = Files.readAllLines(script).indexOf(words + " *(.text.none)") + 1;
        assertEquals("line " + line, e.place());
    }

    @Test
    void aCommentMayNameFilesInALibrary() throws Exception {
        LoadedKit loaded = withWords("/* once *libkern.a:string.o(.text) */");
        RelinkResult result = Runs.relink(loaded, "builtin", 1, folder.resolve("bsd"));
        assertEquals(0, result.account().unexplainedBytes());
    }

    private LoadedKit withWords(String words) throws Exception {
        Path kit = demo();
        Path script = kit.resolve("ld.script");
        Files.writeString(
                script,
                Files.readString(script)
                        .replace(
                                "locore0.o(.text .text.*)", "locore0.o(.text .text.*)\n" + words + " *(.text.none)\n"));
        return Kits.load(kit);
    }

    private Path demo() throws Exception {
        Path kit = Kits.copy("demo-amd64", folder.resolve("demo"));
        run(kit, List.of("ar", "rcs", "libcrypt.a", "chacha.o", "random.o"));
        Path twin = Files.createDirectory(kit.resolve("twin")).resolve("string.o");
        Files.copy(kit.resolve("pool.o"), twin);
        run(kit, List.of("ar", "qcs", "libkern.a", "string.o", "twin/string.o"));
        String makefile = Files.readString(kit.resolve("Makefile"));
        for (String name : List.of("chacha.o", "random.o", "string.o", "pool.o")) {
            Files.delete(kit.resolve(name));
            makefile = makefile.replaceAll("\\b" + Pattern.quote(name), "");
        }
        Files.delete(twin);
        Files.writeString(
                kit.resolve("Makefile"),
                makefile.replace(
                        "${SYSTEM_LD} swapgeneric.o",
                        "${SYSTEM_LD} swapgeneric.o --start-group libcrypt.a libkern.a --end-group"));
        return kit;
    }

    @Test
    void theSameFromAnArchiveOfTheKit() throws Exception {
        Path kit = demo();
        run(folder, List.of("tar", "-czf", "kit.tgz", "demo"));
        LoadedKit unpacked = Kits.load(folder.resolve("kit.tgz"));
        assertEquals(Kits.load(kit).digest(), unpacked.digest());
        RelinkResult one = Runs.relink(Kits.load(kit), "builtin", 8, folder.resolve("one"));
        RelinkResult other = Runs.relink(unpacked, "builtin", 8, folder.resolve("other"));
        assertEquals(one.entry().getSha256(), other.entry().getSha256());
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith(".")));
        }
    }
}
