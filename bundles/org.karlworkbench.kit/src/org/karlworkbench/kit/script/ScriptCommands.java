package org.karlworkbench.kit.script;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a script's commands that name files, wherever they stand and however they are spelled. */
final class ScriptCommands {
    private static final String INCLUDE = "INCLUDE";
    /** Commands with a list of input files in parentheses. */
    private static final Set<String> INPUTS = Set.of("INPUT", "GROUP");

    private static final Set<String> OTHERS = Set.of("STARTUP", "OUTPUT", "SEARCH_DIR", "MAP", "HLL", "SYSLIB");
    private static final List<String> ALL =
            Stream.of(INPUTS, OTHERS, Set.of(INCLUDE)).flatMap(Set::stream).toList();

    private final String text;
    private final ScriptScanner scanner;
    private final Found found;
    private final Set<Integer> known = new HashSet<>();
    private ScriptToken token;
    private int depth;

    /** Takes what is found. */
    interface Found {
        /** A file that is read as a script. */
        void include(ScriptToken name);

        /** A file that is linked, or read as a script if it is no object. */
        void input(ScriptToken name);

        /** A name that may be a file's: linkers open names in SECTIONS that they do not know yet. */
        void name(ScriptToken name);

        /** A command that no kit may have. */
        void forbidden(int line, String command, String reason);
    }

    ScriptCommands(String text, Found found) {
        this.text = text;
        this.scanner = new ScriptScanner(text);
        this.found = found;
    }

    /** Goes through the whole script. */
    void run() {
        advance();
        while (token != null) {
            if (token.kind() == ScriptToken.Kind.SIGN) {
                depth += token.isSign('(') || token.isSign('{') ? 1 : 0;
                depth -= token.isSign(')') || token.isSign('}') ? 1 : 0;
                advance();
            } else {
                word();
            }
        }
        if (scanner.ambiguous()) {
            hidden();
        }
    }

    private void advance() {
        token = scanner.next();
    }

    private void word() {
        ScriptToken word = token;
        advance();
        if (word.kind() == ScriptToken.Kind.QUOTED) {
            found.name(word);
            return;
        }
        String command = command(word.text());
        if (command == null) {
            found.name(word);
        } else if (command.equals(INCLUDE)) {
            include(word);
        } else if (token != null && token.isSign('(')) {
            parenthesized(word, command);
        }
    }

    /** The command in a word; lower case, which linkers do not read, counts where nothing else could be meant. */
    private String command(String word) {
        String upper = depth <= 0 ? word.toUpperCase(Locale.ROOT) : word;
        if (upper.equals(INCLUDE) || INPUTS.contains(upper) || OTHERS.contains(upper)) {
            return upper;
        }
        for (int from = 0; from < word.length(); ) {
            int end = nameEnd(word, from);
            String command = keyword(word, from, end);
            if (command != null) {
                return command;
            }
            from = Math.max(end, from) + 1;
        }
        return null;
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '$';
    }

    /** GNU ld ends a number where its digits end: {@code =0x90INCLUDE} is a fill and a command. */
    private static String keyword(String text, int from, int end) {
        boolean number = end > from && (Character.isDigit(text.charAt(from)) || text.charAt(from) == '$');
        for (String keyword : ALL) {
            int length = end - from;
            boolean fits = number ? length >= keyword.length() : length == keyword.length();
            if (fits && text.startsWith(keyword, end - keyword.length())) {
                return keyword;
            }
        }
        return null;
    }

    private void include(ScriptToken word) {
        boolean plain = word.text().equals(INCLUDE) && token != null && token.kind() != ScriptToken.Kind.SIGN;
        if (plain) {
            known.add(word.offset());
            found.include(token);
            advance();
        } else {
            found.forbidden(word.line(), word.text(), "it reads another file");
        }
    }

    private void parenthesized(ScriptToken word, String command) {
        if (!INPUTS.contains(command) || !word.text().equals(command)) {
            found.forbidden(word.line(), word.text(), reason(command));
            return;
        }
        known.add(word.offset());
        int level = 0;
        do {
            if (token.kind() == ScriptToken.Kind.SIGN) {
                level += token.isSign('(') ? 1 : 0;
                level -= token.isSign(')') ? 1 : 0;
            } else if (!token.text().equals("AS_NEEDED")) {
                found.input(token);
            }
            advance();
        } while (token != null && level > 0);
    }

    private static String reason(String command) {
        return switch (command) {
            case "OUTPUT" -> "it names another output file";
            case "MAP" -> "it writes another file";
            case "SEARCH_DIR" -> "it names a folder outside the kit";
            default -> "it reads other files";
        };
    }

    /** Where comments and quotes can be read in two ways, every keyword counts that was not seen as a command. */
    private void hidden() {
        int line = 1;
        for (int from = 0; from < text.length(); ) {
            int end = nameEnd(text, from);
            String command = end > from ? keyword(text, from, end) : null;
            if (command != null && !known.contains(end - command.length()) && mayAct(command, end)) {
                found.forbidden(line, command, "it may be hidden from one linker and not from the other");
            }
            if (end == from) {
                line += text.charAt(from) == '\n' ? 1 : 0;
                end++;
            }
            from = end;
        }
    }

    /** All commands but one are followed by a parenthesis, perhaps behind blanks and a comment. */
    private boolean mayAct(String command, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return command.equals(INCLUDE) || next < text.length() && "(/#".indexOf(text.charAt(next)) >= 0;
    }
}
