package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;

/** Compares a file with what {@code readelf} prints of it, number by number. */
final class Witness {
    private static final Pattern SECTION = Pattern.compile(
            "\\s*\\[\\s*(\\d+)\\] (.*?)\\s+(SYMTAB SECTION INDICES|\\S+)\\s+([0-9a-f]{8,16}) ([0-9a-f]{6,})"
                    + " ([0-9a-f]{6,}) ([0-9a-f]{2,})\\s+([A-Za-z]*)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)");
    private static final Pattern SYMBOL = Pattern.compile(
            "\\s*(\\d+): ([0-9a-f]{8,16})\\s+(\\S+) (\\S+)\\s+(\\S+)\\s+(\\S+)" + "\\s+(?:\\[.*?\\]\\s+)?(\\S+) ?(.*)");
    private static final Pattern SEGMENT = Pattern.compile(
            "  (\\S+)\\s+0x(\\S+) 0x(\\S+) 0x(\\S+) 0x(\\S+) 0x(\\S+)" + " ([R ])([W ])([E ]) (?:0x)?([0-9a-f]+)");
    private static final Pattern RELOCATION =
            Pattern.compile("([0-9a-f]{8,16})\\s+([0-9a-f]{8,16}) (R_\\S+|unrecognized.*?)(\\s.*)?");
    private static final Map<String, Integer> SECTION_TYPES = Map.ofEntries(
            Map.entry("NULL", Elf.SHT_NULL),
            Map.entry("PROGBITS", Elf.SHT_PROGBITS),
            Map.entry("SYMTAB", Elf.SHT_SYMTAB),
            Map.entry("STRTAB", Elf.SHT_STRTAB),
            Map.entry("RELA", Elf.SHT_RELA),
            Map.entry("REL", Elf.SHT_REL),
            Map.entry("NOTE", Elf.SHT_NOTE),
            Map.entry("NOBITS", Elf.SHT_NOBITS),
            Map.entry("GROUP", Elf.SHT_GROUP),
            Map.entry("INIT_ARRAY", Elf.SHT_INIT_ARRAY),
            Map.entry("SYMTAB SECTION INDICES", Elf.SHT_SYMTAB_SHNDX));
    private static final List<String> SYMBOL_TYPES =
            List.of("NOTYPE", "OBJECT", "FUNC", "SECTION", "FILE", "COMMON", "TLS", "7", "8", "9", "IFUNC");
    private static final List<String> BINDINGS = List.of("LOCAL", "GLOBAL", "WEAK");
    private static final List<String> VISIBILITIES = List.of("DEFAULT", "INTERNAL", "HIDDEN", "PROTECTED");
    private static final Map<Character, Long> FLAGS = Map.of(
            'W', Elf.SHF_WRITE,
            'A', Elf.SHF_ALLOC,
            'X', Elf.SHF_EXECINSTR,
            'M', Elf.SHF_MERGE,
            'S', Elf.SHF_STRINGS,
            'I', Elf.SHF_INFO_LINK,
            'L', Elf.SHF_LINK_ORDER,
            'G', Elf.SHF_GROUP,
            'T', Elf.SHF_TLS);

    private final ElfFile file;
    private final Map<String, List<String>> relocations = new HashMap<>();
    private int sections;
    private int symbols;
    private int segments;
    private int relocationRows;

    private Witness(ElfFile file) {
        this.file = file;
    }

    /** Compares one file in every way. */
    static void compare(Path path) throws Exception {
        try (ElfFile file = ElfFile.open(path)) {
            Path folder = path.getParent();
            String text =
                    Tools.run(folder, "readelf", "-SlsrW", path.getFileName().toString());
            new Witness(file).compare(text.lines().toList());
        }
    }

    /** Compares with lines of {@code readelf -SlsrW}, or fewer of these letters. */
    static void compare(ElfFile file, List<String> lines) throws EngineException {
        new Witness(file).compare(lines);
    }

    private void compare(List<String> lines) throws EngineException {
        String part = "";
        String table = "";
        for (String line : lines) {
            if (!line.isEmpty() && line.endsWith(":") && !line.startsWith(" ")) {
                part = line.split(" ")[0];
                table = line;
            } else if (part.equals("Section") && SECTION.matcher(line) instanceof Matcher m && m.matches()) {
                section(m);
            } else if (part.equals("Program") && SEGMENT.matcher(line) instanceof Matcher m && m.matches()) {
                segment(m);
            } else if (table.startsWith("Symbol table '.symtab'")
                    && SYMBOL.matcher(line) instanceof Matcher m
                    && m.matches()) {
                symbol(m);
            } else if (part.equals("Relocation") && RELOCATION.matcher(line).matches()) {
                relocations
                        .computeIfAbsent(
                                table.split("'")[1] + "@"
                                        + table.split("offset ")[1].split(" ")[0],
                                _ -> new ArrayList<>())
                        .add(line);
            }
        }
        assertEquals(file.sections().count(), sections, "sections");
        assertEquals(file.segments().count(), segments, "segments");
        assertEquals(file.symbols().count(), symbols, "symbols");
        compareRelocations();
    }

    private void section(Matcher m) {
        Sections s = file.sections();
        int i = Integer.parseInt(m.group(1));
        sections++;
        // section 0 of the file holds what extended numbering puts there; ours is zero
        if (i == 0) {
            return;
        }
        String at = "section " + i;
        assertEquals(m.group(2).trim(), s.name(i), at);
        Integer type = SECTION_TYPES.get(m.group(3));
        if (type != null) {
            assertEquals(type, s.type(i), at);
        }
        assertEquals(hex(m.group(4)), s.address(i), at);
        assertEquals(hex(m.group(5)), s.offset(i), at);
        assertEquals(hex(m.group(6)), s.size(i), at);
        assertEquals(hex(m.group(7)), s.entrySize(i), at);
        FLAGS.forEach((letter, flag) ->
                assertEquals(m.group(8).indexOf(letter) >= 0, (s.flags(i) & flag) != 0, at + " flag " + letter));
        assertEquals(Integer.parseInt(m.group(9)), s.link(i), at);
        assertEquals(Integer.parseInt(m.group(10)), s.info(i), at);
        assertEquals(Math.max(1, Long.parseLong(m.group(11))), s.align(i), at);
    }

    private void segment(Matcher m) {
        Segments s = file.segments();
        int i = segments++;
        String at = "segment " + i;
        assertEquals(m.group(1).equals("LOAD"), s.type(i) == Elf.PT_LOAD, at);
        assertEquals(m.group(1).equals("NOTE"), s.type(i) == Elf.PT_NOTE, at);
        assertEquals(hex(m.group(2)), s.offset(i), at);
        assertEquals(hex(m.group(3)), s.virtualAddress(i), at);
        assertEquals(hex(m.group(4)), s.physicalAddress(i), at);
        assertEquals(hex(m.group(5)), s.fileSize(i), at);
        assertEquals(hex(m.group(6)), s.memorySize(i), at);
        assertEquals(m.group(7).equals("R"), (s.flags(i) & Elf.PF_R) != 0, at);
        assertEquals(m.group(8).equals("W"), (s.flags(i) & Elf.PF_W) != 0, at);
        assertEquals(m.group(9).equals("E"), (s.flags(i) & Elf.PF_X) != 0, at);
        assertEquals(hex(m.group(10)), s.align(i), at);
    }

    private void symbol(Matcher m) throws EngineException {
        Symbols s = file.symbols();
        int i = Integer.parseInt(m.group(1));
        symbols++;
        String at = "symbol " + i;
        assertEquals(hex(m.group(2)), s.value(i), at);
        assertEquals(Long.decode(m.group(3)), s.size(i), at);
        assertEquals(SYMBOL_TYPES.indexOf(m.group(4)), s.type(i), at);
        assertEquals(BINDINGS.indexOf(m.group(5)), s.binding(i), at);
        assertEquals(VISIBILITIES.indexOf(m.group(6)), s.visibility(i), at);
        int section =
                switch (m.group(7)) {
                    case "UND" -> Symbols.UNDEFINED;
                    case "ABS" -> Symbols.ABSOLUTE;
                    case "COM", "SCOM" -> Symbols.COMMON;
                    default -> Integer.parseInt(m.group(7));
                };
        assertEquals(section, s.section(i), at);
        if (s.type(i) != Elf.STT_SECTION) {
            assertEquals(m.group(8), s.name(i), at);
        }
    }

    private void compareRelocations() throws EngineException {
        Sections s = file.sections();
        for (int i = 1; i < s.count(); i++) {
            if ((s.type(i) == Elf.SHT_REL || s.type(i) == Elf.SHT_RELA) && s.size(i) != 0) {
                String key = s.name(i) + "@0x" + Long.toHexString(s.offset(i));
                List<String> rows = relocations.getOrDefault(key, List.of());
                Relocations r = file.relocations(i);
                assertEquals(rows.size(), r.count(), key);
                assertEquals(s.type(i) == Elf.SHT_RELA, r.hasAddends(), key);
                for (int row = 0; row < rows.size(); row++) {
                    relocation(r, row, rows.get(row), key + " row " + row);
                }
            }
        }
        int rows = relocations.values().stream().mapToInt(List::size).sum();
        assertEquals(rows, relocationRows, "relocations");
    }

    private void relocation(Relocations r, int i, String line, String at) {
        Matcher m = RELOCATION.matcher(line);
        assertTrue(m.matches(), line);
        relocationRows++;
        boolean is64 = file.header().is64();
        long info = hex(m.group(2));
        assertEquals(hex(m.group(1)), r.offset(i), at);
        assertEquals(is64 ? info >>> 32 : info >>> 8, r.symbol(i), at);
        long type = is64 ? info & 0xffffffffL : info & 0xff;
        boolean sparc = file.header().machine() == Elf.EM_SPARCV9;
        assertEquals(sparc ? type & 0xff : type, r.type(i), at);
        assertEquals(sparc ? (int) type >> 8 : 0, r.data(i), at);
        if (r.hasAddends()) {
            assertEquals(addend(m.group(4), is64), r.addend(i), at);
        }
    }

    /** "VALUE NAME + ADDEND", or the addend alone where there is no symbol. */
    private static long addend(String words, boolean is64) {
        String[] word = words.trim().split("\\s+");
        long value = hex(word[word.length - 1]);
        if (word.length > 1 && word[word.length - 2].equals("-")) {
            return -value;
        }
        return is64 ? value : (int) value;
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
