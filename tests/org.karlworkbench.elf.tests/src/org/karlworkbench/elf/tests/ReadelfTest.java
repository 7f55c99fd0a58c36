package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Group;
import org.karlworkbench.elf.Note;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;

/** Real objects of many machines, with readelf and nm as witnesses. */
class ReadelfTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-m32", "-g", "-ffunction-sections", "-fcommon"})
    void objectsOfGcc(String flag) throws Exception {
        Witness.compare(Tools.gcc(folder, "plain", Sources.PLAIN, flag));
    }

    @ParameterizedTest
    @CsvSource({
        "aarch64-linux-gnu, 183, 64, false",
        "armv7-linux-gnueabi, 40, 32, false",
        "mips-linux-gnu, 8, 32, true",
        "mipsel-linux-gnu, 8, 32, false",
        "mips64-linux-gnuabi64, 8, 64, true",
        "mips64el-linux-gnuabi64, 8, 64, false",
        "powerpc-linux-gnu, 20, 32, true",
        "powerpc64-linux-gnu, 21, 64, true",
        "sparcv9-linux-gnu, 43, 64, true",
        "riscv64-linux-gnu, 243, 64, false",
        "i386-linux-gnu, 3, 32, false",
        "x86_64-linux-gnu, 62, 64, false"
    })
    void objectsOfOtherMachines(String target, int machine, int bits, boolean big) throws Exception {
        Path object = Tools.clang(folder, "plain", Sources.PLAIN, target, "-g", "-fcommon", "-ffunction-sections");
        Witness.compare(object);
        try (ElfFile file = ElfFile.open(object)) {
            assertEquals(machine, file.header().machine());
            assertEquals(bits, file.header().bits());
            assertEquals(big, file.header().isBigEndian());
            assertTrue(file.header().isRelocatable());
            assertEquals(Symbols.COMMON, file.symbols().section(file.symbols().find("common")));
        }
    }

    @Test
    void mips64PacksThreeTypesInBothOrders() throws Exception {
        List<List<Long>> seen = new ArrayList<>();
        for (String target : List.of("mips64-linux-gnuabi64", "mips64el-linux-gnuabi64")) {
            Path object = Tools.clang(folder, target, Sources.PLAIN, target);
            try (ElfFile file = ElfFile.open(object)) {
                var relocations = file.relocations(file.sections().find(".rela.text"));
                // R_MIPS_GPREL16, then R_MIPS_SUB, then R_MIPS_HI16
                assertEquals(0x051807, relocations.type(0));
                List<Long> all = new ArrayList<>();
                for (int i = 0; i < relocations.count(); i++) {
                    all.addAll(List.of(relocations.offset(i), (long) relocations.type(i), relocations.addend(i)));
                }
                seen.add(all);
            }
        }
        assertEquals(seen.get(0), seen.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/lib/x86_64-linux-gnu/libc.a", "/usr/lib32/libc.a"})
    void everyMemberOfTheCLibrary(String archive) throws Exception {
        Tools.run(folder, "ar", "x", archive);
        List<String> command = new ArrayList<>(List.of("readelf", "-SlsrW"));
        try (DirectoryStream<Path> members = Files.newDirectoryStream(folder, "*.o")) {
            members.forEach(member -> command.add(member.getFileName().toString()));
        }
        Map<String, List<String>> printed = byFile(Tools.run(folder, command).out());
        assertTrue(printed.size() > 1000, "members: " + printed.size());
        for (Map.Entry<String, List<String>> member : printed.entrySet()) {
            try (ElfFile file = ElfFile.open(folder.resolve(member.getKey()))) {
                Witness.compare(file, member.getValue());
            }
        }
    }

    private static Map<String, List<String>> byFile(String text) {
        Map<String, List<String>> files = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("File: ")) {
                lines = new ArrayList<>();
                files.put(line.substring(6), lines);
            } else {
                lines.add(line);
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-static", "-no-pie", "-pie", "-static -m32", "-static -g -Wl,--emit-relocs"})
    void executables(String flags) throws Exception {
        Path executable = executable(flags);
        Witness.compare(executable);
        try (ElfFile file = ElfFile.open(executable)) {
            assertTrue(file.header().isExecutable());
            assertEquals(notes(executable), described(file.notes()));
            assertEquals(main(executable), file.symbols().value(file.symbols().find("main")));
        }
    }

    /** Without a section table a kernel still runs, and its segments and notes are there. */
    @Test
    void executableWithoutSections() throws Exception {
        Path executable = executable("-static");
        byte[] bytes = Files.readAllBytes(executable);
        List<String> notes = notes(executable);
        Arrays.fill(bytes, 40, 48, (byte) 0);
        Arrays.fill(bytes, 60, 64, (byte) 0);
        ElfFile file = ElfFile.of("stripped", bytes);
        assertEquals(0, file.sections().count());
        assertEquals(0, file.symbols().count());
        assertEquals(-1, file.symbols().find("main"));
        assertTrue(file.segments().count() > 4);
        assertEquals(notes, described(file.notes()));
        assertEquals(-1, file.notes().getFirst().section());
    }

    private Path executable(String flags) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("main.c"), "int main(void) { return 0; }\n");
        List<String> command = new ArrayList<>(List.of("gcc", "-Wl,--build-id"));
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-o", "main", "main.c"));
        Tools.run(folder, command);
        return folder.resolve("main");
    }

    private List<String> notes(Path file) throws IOException, InterruptedException {
        Pattern line = Pattern.compile("  (\\S+)\\s+0x([0-9a-f]{8})\\t.*");
        return Tools.run(folder, "readelf", "-nW", file.toString())
                .lines()
                .map(line::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1) + " " + Integer.parseInt(m.group(2), 16))
                .toList();
    }

    private static List<String> described(List<Note> notes) {
        return notes.stream()
                .map(note -> note.name() + " " + note.description().length)
                .toList();
    }

    private long main(Path executable) throws IOException, InterruptedException {
        return Tools.run(folder, "nm", executable.toString())
                .lines()
                .filter(line -> line.endsWith(" T main"))
                .mapToLong(line -> Long.parseUnsignedLong(line.split(" ")[0], 16))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64-linux-gnu", "powerpc-linux-gnu", "sparcv9-linux-gnu", "riscv64-linux-gnu"})
    void groups(String target) throws Exception {
        Path object = Tools.clang(folder, "groups", Sources.GROUPS, target, "-x", "c++");
        Witness.compare(object);
        try (ElfFile file = ElfFile.open(object)) {
            assertEquals(groups(object), described(file.groups(), file.sections()));
            assertTrue(file.groups().stream().allMatch(Group::comdat));
            assertTrue(file.groups().size() >= 3);
        }
    }

    private List<String> groups(Path object) throws IOException, InterruptedException {
        Pattern head =
                Pattern.compile("COMDAT group section \\[\\s*(\\d+)\\] `.*' \\[(.*)\\] contains (\\d+) sections:");
        Pattern member = Pattern.compile("\\s+\\[\\s*(\\d+)\\]\\s+(\\S+)");
        List<String> rows = new ArrayList<>();
        for (String line :
                Tools.run(folder, "readelf", "-gW", object.toString()).split("\n")) {
            if (head.matcher(line) instanceof Matcher m && m.matches()) {
                rows.add(m.group(1) + " " + m.group(2) + " " + m.group(3));
            } else if (member.matcher(line) instanceof Matcher m && m.matches()) {
                rows.add(m.group(1) + " " + m.group(2));
            }
        }
        return rows;
    }

    private static List<String> described(List<Group> groups, Sections sections) {
        List<String> rows = new ArrayList<>();
        for (Group group : groups) {
            rows.add(group.section() + " " + group.signature() + " "
                    + group.members().size());
            group.members().forEach(member -> rows.add(member + " " + sections.name(member)));
        }
        return rows;
    }

    /** Notes padded to 4 and to 8 bytes, and one whose section is aligned to less. */
    @Test
    void notesOfTheKernelsEntry() throws Exception {
        Path source = folder.resolve("note.s");
        Files.writeString(source, """
            .section .note.Xen, "a", @note
            .align 4
            .long 4, 4, 18
            .asciz "Xen"
            .long 0x1000000
            .section .note.openbsd.ident, "a", @note
            .align 2
            .long 8, 4, 1
            .asciz "OpenBSD"
            .long 0
            .section .note.wide, "a", @note
            .align 8
            .long 4, 4, 5
            .asciz "GNU"
            .long 0x11223344
            .long 0
            .long 4, 4, 6
            .asciz "GNU"
            .long 0x55667788
            .long 0
            """);
        Tools.run(folder, "as", "-o", "note.o", "note.s");
        try (ElfFile file = ElfFile.open(folder.resolve("note.o"))) {
            List<Note> notes = file.notes();
            assertEquals(List.of("Xen 4", "OpenBSD 4", "GNU 4", "GNU 4"), described(notes));
            assertEquals(List.of(18, 1, 5, 6), notes.stream().map(Note::type).toList());
            assertEquals(file.sections().find(".note.Xen"), notes.getFirst().section());
            assertEquals(0x55, notes.getLast().description()[3]);
        }
    }

    /** More sections than 16 bits can count, and symbols in the last of them. */
    @Test
    void seventyThousandSections() throws Exception {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 70_000; i++) {
            source.append(".section .s%d,\"a\"\nx%d: .byte %d\n".formatted(i, i, i & 0xff));
        }
        source.append(".globl last\nlast: .long x69998\n.globl fixed\n.set fixed, 5\n");
        Files.writeString(folder.resolve("many.s"), source);
        Tools.run(folder, "as", "-o", "many.o", "many.s");
        Witness.compare(folder.resolve("many.o"));
        try (ElfFile file = ElfFile.open(folder.resolve("many.o"))) {
            Sections sections = file.sections();
            Symbols symbols = file.symbols();
            assertTrue(sections.count() > 70_000);
            assertEquals(sections.find(".s69999"), symbols.section(symbols.find("last")));
            assertEquals(sections.find(".s65521"), symbols.section(symbols.find("x65521")));
            assertEquals(Symbols.ABSOLUTE, symbols.section(symbols.find("fixed")));
            assertEquals(0, sections.size(0));
            assertEquals(69_999 & 0xff, file.content(sections.find(".s69999"))[0] & 0xff);
            assertEquals(Elf.SHT_RELA, sections.type(sections.find(".rela.s69999")));
        }
    }
}
