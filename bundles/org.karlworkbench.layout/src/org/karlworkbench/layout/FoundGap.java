package org.karlworkbench.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * The gap of an original relink as it was noted: by the linker script {@code gap.link} and by the object {@code gap.o}
 * that was made of it (KARL.md section A1).
 *
 * @param file the name of the file that tells it
 * @param gaps the sizes, or null where the file is no such note
 */
record FoundGap(String file, Gaps gaps) {
    private static final String SCRIPT = "gap.link";
    private static final long LONGEST = 1 << 22;
    private static final int UNIT = 16;
    private static final int WORD = 4;

    /** One output section of the script: its name and what stands between its braces. */
    private static final Pattern SECTION =
            Pattern.compile("(?s)(?<![\\w.])(\\.text|\\.rodata|\\.data|\\.bss)\\s*:[^{]*\\{(.*?)\\}");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    /** A move of the dot by a number of bytes, in the two ways in which scripts write it. */
    private static final Pattern MOVE = Pattern.compile("\\.\\s*(?:\\+=|=\\s*\\.\\s*\\+)\\s*(\\d{1,9})\\s*;");

    /** Both notes, as far as they are in a kit's folder. */
    static List<FoundGap> in(LoadedKit kit) throws EngineException {
        List<FoundGap> found = new ArrayList<>();
        Path script = kit.folder().resolve(SCRIPT);
        if (Files.isRegularFile(script, LinkOption.NOFOLLOW_LINKS)) {
            Gaps gaps = of(text(script), kit.plan().page()).orElse(null);
            found.add(new FoundGap(SCRIPT, gaps));
        }
        Path object = kit.folder().resolve(Places.GAP);
        if (Files.isRegularFile(object, LinkOption.NOFOLLOW_LINKS)) {
            found.add(new FoundGap(Places.GAP, of(ObjectFile.read(Places.GAP, object))));
        }
        return found;
    }

    /**
     * What a script says: a pad word, then a random move, each rounded up to sixteen bytes, the first to a page. Nothing
     * for a script of another form.
     */
    static Optional<Gaps> of(String script, long page) {
        long[] moves = new long[5];
        int text = 0;
        String plain = COMMENT.matcher(script).replaceAll("");
        for (Matcher section = SECTION.matcher(plain); section.find(); ) {
            int first = List.of(".text", ".rodata", ".data", ".bss").indexOf(section.group(1));
            int word = section.group(2).indexOf("LONG");
            for (Matcher move = MOVE.matcher(section.group(2)); move.find(); word = -1) {
                int place = first == 0 ? text++ : first + 1;
                if (place > 1 && first == 0 || moves[place] != 0) {
                    return Optional.empty();
                }
                moves[place] = Long.parseLong(move.group(1)) + (word >= 0 && word < move.start() ? WORD : 0);
            }
        }
        return text == 2
                ? Optional.of(new Gaps(
                        up(moves[0], page),
                        up(moves[1], UNIT),
                        up(moves[2], UNIT),
                        up(moves[3], UNIT),
                        up(moves[4], UNIT)))
                : Optional.empty();
    }

    private static long up(long size, long unit) {
        return (size + unit - 1) / unit * unit;
    }

    private static Gaps of(ObjectFile gap) {
        Symbols symbols = gap.symbols();
        int found = symbols.find(GapObject.ENDBOOT);
        long endboot = found > 0 ? symbols.value(found) : 0;
        return new Gaps(
                endboot,
                size(gap.sections(), ".text") - endboot,
                size(gap.sections(), ".rodata"),
                size(gap.sections(), ".data"),
                size(gap.sections(), ".bss"));
    }

    private static long size(Sections sections, String name) {
        int found = sections.find(name);
        return found < 0 ? 0 : sections.size(found);
    }

    /** A file of the kit's folder that is not too long to be such a note. */
    static String text(Path file) throws EngineException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new EngineException("bad-note", file.toString(), null, "is no note of a relink", "remove it");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
