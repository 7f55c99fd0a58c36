package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.kit.flags.FlagMeaning;
import org.karlworkbench.kit.flags.FlagReader;

/**
 * How the address is set at which a kit's text begins: by {@code -Ttext} where the kit's own flags do so or where there
 * is no script; by a symbol of the script that holds just this address. Everything else is not ours to change: other
 * addresses in the script would no longer fit.
 *
 * @param symbol the script's symbol, or null where {@code -Ttext} sets the address
 * @param fault why it cannot be set, or null
 */
public record TextBase(String symbol, String fault) {
    private static final TextBase FLAG = new TextBase(null, null);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SECTIONS = Pattern.compile("\\bSECTIONS\\s*\\{");
    private static final Pattern TEXT = Pattern.compile("(?<![\\w.(*])\\.text\\b[^;{}]*:");
    private static final Pattern DOT = Pattern.compile("(?<![\\w.$])\\.\\s*=\\s*([^;{}]*);");
    private static final Pattern SYMBOL = Pattern.compile(
            "([A-Za-z_][\\w.$]*)(?:\\s*\\+\\s*SIZEOF_HEADERS)?|SIZEOF_HEADERS\\s*\\+\\s*([A-Za-z_][\\w.$]*)");

    /**
     * Looks how a kit sets it.
     *
     * @param flags the words of LINKFLAGS
     * @param script the linker script, or null
     */
    static TextBase of(List<String> flags, Path script) {
        boolean flag = FlagReader.read(flags).stream().anyMatch(each -> each.meaning() == FlagMeaning.TEXT_BASE);
        if (flag || script == null) {
            return FLAG;
        }
        try {
            String text = withoutComments(Files.readString(script, StandardCharsets.ISO_8859_1));
            return text.isBlank() ? FLAG : ofScript(text, script.getFileName().toString());
        } catch (IOException e) {
            return new TextBase(null, "the script cannot be read: " + e.getMessage());
        }
    }

    private static TextBase ofScript(String text, String name) {
        Matcher sections = SECTIONS.matcher(text);
        int from = sections.find() ? sections.end() : 0;
        Matcher output = TEXT.matcher(text).region(from, text.length());
        Matcher dot = DOT.matcher(text).region(from, output.find() ? output.start() : text.length());
        if (!dot.find()) {
            return fault(name + " sets it in a way that is not understood here");
        }
        String address = dot.group(1).strip();
        Matcher symbol = SYMBOL.matcher(address);
        if (!symbol.matches()) {
            return fault(name + " sets it itself, to " + address);
        }
        String found = symbol.group(1) == null ? symbol.group(2) : symbol.group(1);
        long assignments = assignment(found).matcher(text).results().count();
        return assignments == 1
                ? new TextBase(found, null)
                : fault(name + " sets it to " + found + ", which it assigns in " + assignments
                        + " plain statements, not one");
    }

    private static TextBase fault(String reason) {
        return new TextBase(
                null, reason + "; only an address that -Ttext or one symbol of the script gives can be set");
    }

    /**
     * A script in which the symbol has another value.
     *
     * @param text the script
     * @param address the address, 0x and hexadecimal digits
     * @return the script with the symbol's one assignment changed
     */
    public String changed(String text, String address) {
        Matcher value = assignment(symbol).matcher(withoutComments(text));
        return value.find() ? text.substring(0, value.start(1)) + address + text.substring(value.end(1)) : text;
    }

    /** The script with blanks in place of comments, so that everything else stays where it is. */
    private static String withoutComments(String text) {
        return COMMENT.matcher(text)
                .replaceAll(comment -> " ".repeat(comment.group().length()));
    }

    private static Pattern assignment(String symbol) {
        return Pattern.compile("(?<![\\w.$])" + Pattern.quote(symbol) + "\\s*=(?!=)\\s*([^;{}()]*);");
    }
}
