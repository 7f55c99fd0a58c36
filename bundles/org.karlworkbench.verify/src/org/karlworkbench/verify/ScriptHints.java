package org.karlworkbench.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Glob;
import org.karlworkbench.kit.LoadedKit;

/**
 * What an accounting has to know of the kit's linker script: what it discards, what it fills with, and whether it places
 * objects by name or sorts them. Read with patterns, not understood; what is not recognized makes the checks of the order
 * weaker, never the account of bytes.
 *
 * @param discarded patterns of section names
 * @param fills 32-bit words, most significant byte first
 * @param keepsOrder whether pieces of one pattern have to stand in link order
 * @param excluded the lists of objects that some statement leaves to others (EXCLUDE_FILE), as patterns of their names
 */
record ScriptHints(List<Glob> discarded, List<Integer> fills, boolean keepsOrder, List<List<Glob>> excluded) {
    private static final int LONGEST = 1 << 20;
    private static final Pattern COMMENT = Pattern.compile("/\\*(?!DISCARD\\*/).*?\\*/", Pattern.DOTALL);
    private static final Pattern DISCARD = Pattern.compile("/DISCARD/\\s*:\\s*\\{([^}]*)}");
    private static final Pattern SECTIONS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern FILL = Pattern.compile(
            "(?:}(?:\\s*(?:AT\\s*)?[:>]\\s*\\w+)*\\s*=\\s*|\\bFILL\\s*\\(\\s*)0[xX]([0-9a-fA-F]{1,8})\\b");
    private static final Pattern SORT = Pattern.compile("\\bSORT(_[A-Z_]+)?\\s*\\(");
    private static final Pattern NAMED = Pattern.compile("([^\\s(){};]*\\.o)\\s*\\(");
    private static final Pattern EXCLUDE = Pattern.compile("\\bEXCLUDE_FILE\\s*\\(([^()]*)\\)");
    private static final ScriptHints NONE = new ScriptHints(List.of(), List.of(), true, List.of());

    /** Reads the script of a kit; the linker's own one discards and fills nothing unusual. */
    static ScriptHints of(LoadedKit kit) throws EngineException {
        String name = kit.script();
        if (name == null || name.isEmpty()) {
            return NONE;
        }
        Path file = kit.folder().resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return NONE;
            }
            return of(
                    Files.readString(file, StandardCharsets.ISO_8859_1),
                    Set.copyOf(kit.plan().head()));
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static ScriptHints of(String script, Set<String> head) {
        String text = COMMENT.matcher(script).replaceAll(" ");
        List<Integer> fills = new ArrayList<>();
        Matcher fill = FILL.matcher(text);
        while (fill.find()) {
            fills.add((int) Long.parseLong(fill.group(1), 16));
            fills.add(repeated(fill.group(1)));
        }
        return new ScriptHints(
                discarded(text), fills, !SORT.matcher(text).find() && !namesBody(text, head), excluded(text));
    }

    /** GNU ld repeats short digits as they are written, where lld widens the number to 32 bits. */
    private static int repeated(String digits) {
        String bytes = digits.length() % 2 == 0 ? digits : "0" + digits;
        return (int) Long.parseLong(bytes.repeat(4).substring(0, 8), 16);
    }

    private static boolean namesBody(String text, Set<String> head) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            String object = named.group(1).substring(named.group(1).lastIndexOf('*') + 1);
            if (!head.contains(object) && !object.equals(GapObject.NAME) && !object.equals(".o")) {
                return true;
            }
        }
        return false;
    }

    private static List<Glob> discarded(String text) {
        List<Glob> patterns = new ArrayList<>();
        Matcher discard = DISCARD.matcher(text);
        while (discard.find()) {
            Matcher sections = SECTIONS.matcher(discard.group(1));
            while (sections.find()) {
                patterns.addAll(globs(sections.group(1)));
            }
        }
        return patterns;
    }

    private static List<Glob> globs(String names) {
        return Stream.of(names.trim().split("[\\s,]+"))
                .filter(name -> !name.isEmpty())
                .map(Glob::of)
                .toList();
    }

    private static List<List<Glob>> excluded(String text) {
        return EXCLUDE.matcher(text)
                .results()
                .map(found -> found.group(1).trim())
                .distinct()
                .map(ScriptHints::globs)
                .toList();
    }

    /**
     * Which lists of excluded objects have an object. Only those that are in the same lists are taken by the same
     * statements, and stand in link order among each other.
     */
    BitSet exclusions(String object) {
        BitSet in = new BitSet();
        for (int i = 0; i < excluded.size(); i++) {
            in.set(i, excluded.get(i).stream().anyMatch(pattern -> pattern.matches(object)));
        }
        return in;
    }

    /** Whether the script throws sections of this name away. */
    boolean discards(String section) {
        return discarded.stream().anyMatch(pattern -> pattern.matches(section));
    }
}
