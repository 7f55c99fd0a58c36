package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.library.Library;
import org.karlworkbench.kit.model.Finding;

/** Libraries of objects: reading them, and what of them a kit links. */
class LibraryTest {
    @TempDir
    Path folder;

    /** Long names, odd sizes and repeated names, against ar itself. */
    @Test
    void readsWhatArWrites() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "m" + i + "_of_a_name".repeat(i % 3) + ".o";
            Files.write(folder.resolve(name), new byte[i * 7 % 5 + 1]);
            names.add(name);
        }
        names.add(names.get(3));
        names.add(names.get(3));
        List<String> command = new ArrayList<>(List.of("ar", "qc", "lib.a"));
        command.addAll(names);
        run(command);
        List<Library.Member> members = Library.members(folder.resolve("lib.a"), "lib.a");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            expected.add("lib.a(" + names.get(i) + ")" + (i < 12 ? "" : "#" + (i - 10)));
        }
        assertEquals(expected, members.stream().map(Library.Member::name).toList());
        for (int i = 0; i < members.size(); i++) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve(names.get(i))),
                    Library.content(folder.resolve("lib.a"), members.get(i)));
        }
    }

    @Test
    void readsTheFormOfBsd() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        member(out, "__.SYMDEF", "index");
        member(out, "#1/20", "a_rather_long_name.o\0content".substring(0, 20) + "inside");
        member(out, "#1/8", "b.o\0\0\0\0\0" + "odd");
        member(out, "short.o", "");
        Path file = Files.write(folder.resolve("bsd.a"), out.toByteArray());
        List<Library.Member> members = Library.members(file, "bsd.a");
        assertEquals(
                List.of("bsd.a(a_rather_long_name.o)", "bsd.a(b.o)", "bsd.a(short.o)"),
                members.stream().map(Library.Member::name).toList());
        assertEquals("inside", new String(Library.content(file, members.get(0)), StandardCharsets.US_ASCII));
        assertEquals("odd", new String(Library.content(file, members.get(1)), StandardCharsets.US_ASCII));
    }

    private static void member(ByteArrayOutputStream out, String name, String content) throws Exception {
        out.write("%-16s%-12d%-6d%-6d%-8s%-10d`\n"
                .formatted(name, 0, 0, 0, "100644", content.length())
                .getBytes(StandardCharsets.US_ASCII));
        out.write((content + (content.length() % 2 == 1 ? "\n" : "")).getBytes(StandardCharsets.US_ASCII));
    }

    /** Whatever is in the file: a list, or one clear refusal. */
    @Test
    void refusesWhatIsDamaged() throws Exception {
        TestKit kit = TestKit.whole(folder.resolve("kit"));
        run(List.of("ar", "rcs", "lib.a", "kit/a.o", "kit/b.o"));
        byte[] whole = Files.readAllBytes(folder.resolve("lib.a"));
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = whole.clone();
            for (int flips = 0; flips <= i % 4; flips++) {
                bytes[random.nextInt(200)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(
                    folder.resolve("bad.a"), i % 5 == 0 ? Arrays.copyOf(bytes, random.nextInt(whole.length)) : bytes);
            try {
                Library.members(file, "bad.a").forEach(member -> assertTrue(member.size() <= whole.length));
            } catch (EngineException e) {
                assertEquals("bad-library", e.code());
                refused++;
            }
        }
        assertTrue(refused > 200, refused + " refused");
        assertEquals(13, kit.load().plan().body().size());
        run(List.of("ar", "rcsT", "thin.a", "kit/a.o"));
        EngineException e =
                assertThrows(EngineException.class, () -> Library.members(folder.resolve("thin.a"), "thin.a"));
        assertTrue(e.getMessage().contains("thin archive"), e.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swapgeneric.o liba.a            | swapgeneric.o liba.a(x.o)",
                "liba.a swapgeneric.o            | liba.a(x.o) swapgeneric.o",
                "swapgeneric.o sub/liba.a libb.a | swapgeneric.o liba.a(x.o) libb.a(y.o)",
                "swapgeneric.o libb.a            | swapgeneric.o",
                "swapgeneric.o --start-group libb.a liba.a --end-group | swapgeneric.o liba.a(x.o) libb.a(y.o)",
                "swapgeneric.o -\\( libb.a liba.a -\\) | swapgeneric.o liba.a(x.o) libb.a(y.o)"
            })
    void membersThatAreNeededAreLinkedWhereTheLibraryStands(String line, String tail) throws Exception {
        LoadedKit loaded = withLibraries(line);
        assertEquals(List.of(tail.split(" ")), loaded.plan().tail());
        assertEquals(List.of(), loaded.findings());
        assertEquals(
                loaded.plan().linked(),
                loaded.objects().stream().map(each -> each.name()).toList());
    }

    @Test
    void aLibraryThatIsMissingOrDamagedIsAFinding() throws Exception {
        LoadedKit missing = withLibraries("swapgeneric.o libc.a");
        assertEquals(
                List.of("missing-object"),
                missing.findings().stream().map(Finding::getCode).toList());
        Files.writeString(folder.resolve("kit/libc.a"), "!<arch>\nrubbish");
        LoadedKit damaged = TestKit.load(folder.resolve("kit"));
        assertEquals(
                List.of("bad-object"),
                damaged.findings().stream().map(Finding::getCode).toList());
        assertEquals("libc.a", damaged.findings().getFirst().getObject());
    }

    @Test
    void theDigestIsThatOfTheMembersThatAreLinked() throws Exception {
        String before = withLibraries("swapgeneric.o liba.a").digest();
        run(List.of("ar", "r", "kit/liba.a", "kit/b.o")); // defines nothing that anybody needs
        LoadedKit loaded = TestKit.load(folder.resolve("kit"));
        assertEquals(before, loaded.digest());
        Files.write(folder.resolve("kit/liba.a"), new byte[1]);
        assertTrue(loaded.stale());
    }

    /** In liba.a is x.o, which a.o needs, and which needs y.o of libb.a. */
    private LoadedKit withLibraries(String line) throws Exception {
        TestKit kit = TestKit.whole(folder.resolve("kit"));
        kit.function("a.o", "f_a.o", "x");
        kit.function("x.o", "x", "y");
        kit.function("y.o", "y", null);
        run(List.of("ar", "rcs", "kit/liba.a", "kit/x.o"));
        run(List.of("ar", "rcs", "kit/libb.a", "kit/y.o"));
        Files.delete(folder.resolve("kit/x.o"));
        Files.delete(folder.resolve("kit/y.o"));
        String makefile = Files.readString(folder.resolve("kit/Makefile"));
        kit.file("Makefile", makefile.replace("${SYSTEM_LD} swapgeneric.o", "${SYSTEM_LD} " + line));
        return kit.load();
    }

    private void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command + ": " + words);
    }
}
