package org.karlworkbench.kit.flags;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.kit.source.KitPath;

/** Takes the words of LINKFLAGS apart into flags and their arguments, as linkers do. */
public final class FlagReader {
    private static final FlagTable.Row UNKNOWN =
            new FlagTable.Row("", FlagTable.Argument.OPTIONAL, FlagMeaning.DROP, null);

    private final List<String> words;
    private int at;

    private FlagReader(List<String> words) {
        this.words = words;
    }

    /**
     * Reads flags.
     *
     * @param words the words, quotes already taken off
     * @return the flags in their order; words that are no flags are among them, to be dropped or refused
     */
    public static List<Flag> read(List<String> words) {
        FlagReader reader =
                new FlagReader(words.stream().filter(word -> !word.isEmpty()).toList());
        List<Flag> flags = new ArrayList<>();
        while (reader.at < reader.words.size()) {
            flags.add(reader.next());
        }
        return flags;
    }

    private Flag next() {
        String word = words.get(at++);
        if (word.startsWith("@")) {
            return new Flag(word, word, FlagMeaning.REFUSE, null, false, "it reads further flags from a file");
        }
        if (!word.startsWith("-") || word.equals("-")) {
            return input(word);
        }
        boolean twoDashes = word.startsWith("--");
        String body = word.substring(twoDashes ? 2 : 1);
        // GNU ld reads -omagic as -o magic
        boolean output = !twoDashes && body.startsWith("o");
        boolean letter = twoDashes && nameOf(body).length() == 1 && Character.isLetter(body.charAt(0));
        Flag flag = output || letter ? null : longFlag(word, body);
        return flag != null ? flag : twoDashes || body.isEmpty() ? unknown(word) : shortFlag(word, body);
    }

    private static Flag input(String word) {
        boolean outside = KitPath.leadsOutside(word) || word.startsWith("~");
        String why = outside ? "it is an input file outside the kit" : null;
        return new Flag(word, word, outside ? FlagMeaning.REFUSE : FlagMeaning.DROP, null, false, why);
    }

    private static String nameOf(String body) {
        int equals = body.indexOf('=');
        return equals < 0 ? body : body.substring(0, equals);
    }

    private Flag longFlag(String word, String body) {
        int equals = body.indexOf('=');
        String name = nameOf(body);
        FlagTable.Row row = FlagTable.row(name);
        if (row == null || name.length() == 1 && equals >= 0) {
            return null;
        }
        return equals < 0 ? withArgument(word, row) : flag(word, row, body.substring(equals + 1), true);
    }

    private Flag withArgument(String word, FlagTable.Row row) {
        if (row.argument() != FlagTable.Argument.VALUE || at >= words.size() || !isArgument(row, words.get(at))) {
            return flag(word, row, null, false);
        }
        String value = words.get(at++);
        return flag(word + " " + value, row, value, false);
    }

    /** What begins with a dash is the argument only of flags that must have one. */
    private static boolean isArgument(FlagTable.Row row, String word) {
        return row.meaning() != FlagMeaning.DROP || !word.startsWith("-");
    }

    private static Flag flag(String spelled, FlagTable.Row row, String value, boolean attached) {
        return new Flag(spelled, row.name(), row.meaning(), value, attached, row.why());
    }

    /** A flag of one letter with its argument in the same word. */
    private Flag shortFlag(String word, String body) {
        FlagTable.Row row = FlagTable.row(body.substring(0, 1));
        boolean known = row != null && row.argument() != FlagTable.Argument.NONE;
        if (!known) {
            return unknown(word);
        }
        return body.length() == 1 ? withArgument(word, row) : flag(word, row, body.substring(1), true);
    }

    /** A flag that nobody here knows; a plain word behind it is likely its argument. */
    private Flag unknown(String word) {
        boolean argument = at < words.size() && !"-@".contains(words.get(at).substring(0, 1)) && word.indexOf('=') < 0;
        String spelled = argument ? word + " " + words.get(at++) : word;
        return flag(spelled, UNKNOWN, null, false);
    }
}
