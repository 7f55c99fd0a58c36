package org.karlworkbench.relink.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.karlworkbench.relink.orders.Script.Assignment;
import org.karlworkbench.relink.orders.Script.Inputs;
import org.karlworkbench.relink.orders.Script.Output;
import org.karlworkbench.relink.orders.Script.Statement;
import org.karlworkbench.relink.orders.ScriptTokens.Token;

/** Reads the language of linker scripts as far as {@link Script} tells it (GNU ld's manual, "Linker Scripts"). */
final class ScriptReader {
    private static final String SECTIONS = "SECTIONS";
    private static final Set<String> BLOCKS = Set.of("PHDRS", "MEMORY", "VERSION");
    private static final Pattern COMMAND = Pattern.compile("[A-Z_]{2,}");
    private static final Pattern SORT = Pattern.compile("SORT(_BY_[A-Z_]+)?|REVERSE");
    private static final Pattern TYPE = Pattern.compile("\\( ?(NOLOAD|DSECT|COPY|INFO|OVERLAY|READONLY) ?\\)");
    private static final Pattern ASSIGNED = Pattern.compile("[-+*/&|]?|<<|>>");

    private final ScriptTokens tokens;
    private final List<Statement> statements = new ArrayList<>();

    private ScriptReader(String text) {
        tokens = new ScriptTokens(text);
    }

    static Script read(String text) {
        ScriptReader reader = new ScriptReader(text);
        while (reader.tokens.more()) {
            reader.statement();
        }
        return new Script(List.copyOf(reader.statements));
    }

    /** A statement outside output sections. The braces of SECTIONS are passed over, since it may stand inside or not. */
    private void statement() {
        Token first = tokens.take();
        if (first.is(SECTIONS) || first.text().matches("[;:,={}()]")) {
            return;
        }
        if (first.is("INCLUDE")) {
            tokens.take();
        } else if (BLOCKS.contains(first.text()) && tokens.peek().is("{")) {
            tokens.group();
        } else if (!assignment(first, null) && !command(first, null)) {
            output(first);
        }
    }

    private boolean assignment(Token first, String output) {
        String sign =
                ASSIGNED.matcher(tokens.peek().text()).matches() ? tokens.peek().text() : "";
        if (!sign.isEmpty()) {
            tokens.take();
        }
        if (!tokens.skip("=")) {
            return false;
        }
        String value = tokens.until(";}");
        // what is added to a symbol depends on what it was
        statements.add(new Assignment(
                output, first.text(), sign.isEmpty() ? value : first.text() + " " + value, first.line()));
        return true;
    }

    /** A command with parentheses; of those, some define a symbol. */
    private boolean command(Token first, String output) {
        if (!COMMAND.matcher(first.text()).matches() || !tokens.peek().is("(")) {
            return false;
        }
        List<Token> inner = tokens.group();
        boolean defines = first.text().startsWith("PROVIDE") || first.is("HIDDEN");
        if (defines && inner.size() > 2 && inner.get(1).is("=")) {
            statements.add(new Assignment(
                    output, inner.getFirst().text(), words(inner.subList(2, inner.size())), first.line()));
        }
        return true;
    }

    private static String words(List<Token> tokens) {
        return String.join(" ", tokens.stream().map(Token::text).toList());
    }

    private void output(Token name) {
        String address = tokens.until(":;{}");
        if (!tokens.skip(":")) {
            return;
        }
        statements.add(
                new Output(name.text(), TYPE.matcher(address).replaceAll("").trim(), name.line()));
        tokens.until("{;}");
        if (tokens.skip("{")) {
            while (tokens.more() && !tokens.skip("}")) {
                content(name.text());
            }
            trailer();
        }
    }

    /** What may follow an output section: regions, segments, a fill. */
    private void trailer() {
        while (tokens.more()) {
            if (tokens.skip(":") || tokens.skip("=")) {
                value();
            } else if (tokens.peek().text().startsWith(">")
                    || tokens.peek().text().startsWith("AT")) {
                boolean apart = tokens.take().text().matches("AT|.*>");
                value(apart);
            } else if (!tokens.skip(",")) {
                return;
            }
        }
    }

    private void value(boolean apart) {
        if (apart) {
            value();
        }
    }

    private void value() {
        if (tokens.peek().is("(")) {
            tokens.group();
        } else {
            tokens.take();
        }
    }

    private void content(String output) {
        Token first = tokens.take();
        if (first.text().matches("[;:,(){]") || assignment(first, output)) {
            return;
        }
        boolean wraps = first.text().matches("KEEP|INPUT_SECTION_FLAGS|EXCLUDE_FILE")
                && tokens.peek().is("(");
        boolean sorts = SORT.matcher(first.text()).matches() && tokens.peek().is("(");
        if (first.is("KEEP") && wraps) {
            tokens.take(); // what is kept is read next, and the sign that ends it passed over
        } else if (wraps) {
            List<Token> excluded = tokens.group();
            inputs(output, tokens.take(), first.is("EXCLUDE_FILE") ? texts(excluded) : List.of(), false);
        } else if (sorts) {
            List<Token> inner = tokens.group();
            inputs(output, inner.isEmpty() ? first : inner.getFirst(), List.of(), true);
        } else if (!command(first, output)) {
            inputs(output, first, List.of(), false);
        }
    }

    private void inputs(String output, Token file, List<String> excluded, boolean sorted) {
        List<String> patterns = new ArrayList<>();
        List<String> without = new ArrayList<>(excluded);
        boolean sorts = sorted;
        List<Token> inner = tokens.peek().is("(") ? tokens.group() : List.of();
        boolean excluding = false;
        for (Token token : inner) {
            boolean sort = SORT.matcher(token.text()).matches();
            sorts |= sort;
            if (token.is("EXCLUDE_FILE")) {
                excluding = true;
            } else if (token.is(")")) {
                excluding = false;
            } else if (!sort && !token.text().matches("[(,]|SORT_NONE")) {
                (excluding ? without : patterns).add(token.text());
            }
        }
        statements.add(new Inputs(output, file.text(), without, patterns, sorts, file.line()));
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }
}
