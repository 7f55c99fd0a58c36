package org.karlworkbench.debug.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places that one line of a trace names. */
final class LineReader {
    private static final String NAME = "[A-Za-z_$][\\w.$]*+";

    /** {@code name+0x1c}, perhaps with the function's size behind it. */
    private static final Pattern CLAIM =
            Pattern.compile("(?<![\\w.$])(" + NAME + ")\\+(?:0x([0-9a-f]{1,16})|([0-9]{1,9}))(?:/0x[0-9a-f]+)?(?!\\w)");

    /** A symbol's own address: behind a register's value, or where a frame is "at" it. */
    private static final Pattern START =
            Pattern.compile("(?:^[a-z][a-z0-9_]{0,9}:?\\s+0x[0-9a-f]{4,16}\\s+|\\)\\s+at\\s+)(" + NAME + ")\\s*$");

    /** An address: with 0x, or as long as a machine's word. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.+/$])(?:0x([0-9a-f]{4,16})|([0-9a-f]{16}|[0-9a-f]{8}))(?![\\w.])");

    /** {@code name(} opens arguments. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w.$])(" + NAME + ")\\(");

    /** What stands between an address and the symbol that is said to lie there. */
    private static final Pattern JOINT = Pattern.compile("[\\s:<>\\[\\](@]{1,12}(?:in\\s{1,4})?");

    private static final Pattern COUNTER = Pattern.compile(
            "(?i)(?:\\b(?:rip|eip|pc|epc|elr|srr0|tpc|iip|stopped at|instruction pointer)\\b[\\s:=]{0,20}(?:[0-9a-f]{1,4}:)?[\\[<(]{0,2})$");

    /** What a line of a stack trace begins with, before its address. */
    private static final Pattern FRAME =
            Pattern.compile("^(?:\\[\\s*[0-9.]+\\]\\s*)?(?:#?[0-9]{1,3}:?\\s+)?[\\[<(]{0,2}$");

    /** What tells the role of a word stands no farther before it. */
    private static final int NEAR = 48;

    private final int number;
    private final String line;
    private final List<Mention> mentions = new ArrayList<>();

    LineReader(int number, String line) {
        this.number = number;
        this.line = line;
    }

    /** A number of the line, and the function whose argument it is. */
    private record Word(int start, int end, long value, String function) {}

    List<Mention> mentions() {
        List<Word> words = words();
        Matcher claim = CLAIM.matcher(line);
        while (claim.find()) {
            long offset = claim.group(2) == null
                    ? Long.parseLong(claim.group(3))
                    : Long.parseUnsignedLong(claim.group(2), 16);
            if (offset >= 0) {
                claim(words, claim.group(1), offset, claim.start(), claim.end());
            }
        }
        Matcher start = START.matcher(line);
        if (mentions.isEmpty() && start.find()) {
            claim(words, start.group(1), 0, start.start(1), start.end(1));
        }
        words.forEach(this::word);
        return mentions;
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        Matcher found = NUMBER.matcher(line);
        Matcher call = CALL.matcher(line);
        int open = call.find() ? call.end() : -1;
        while (found.find()) {
            String function = null;
            if (open >= 0 && open <= found.start()) {
                int close = line.indexOf(')', open);
                if (close < 0 || close > found.start()) {
                    function = call.group(1);
                } else {
                    open = call.find(close) ? call.end() : -1;
                    function = open >= 0 && open <= found.start() ? call.group(1) : null;
                }
            }
            String digits = found.group(1) == null ? found.group(2) : found.group(1);
            words.add(new Word(found.start(), found.end(), Long.parseUnsignedLong(digits, 16), function));
        }
        return words;
    }

    /** A symbol and an offset, with the address right before or, in brackets, right behind it. */
    private void claim(List<Word> words, String symbol, long offset, int start, int end) {
        Word paired = null;
        for (Word word : words) {
            boolean before = word.function == null
                    && word.end <= start
                    && start - word.end <= 16
                    && JOINT.matcher(line.substring(word.end, start)).matches();
            boolean behind = word.start >= end
                    && word.start - end <= 3
                    && line.substring(end, word.start).strip().matches("[(\\[<]");
            paired = before || behind ? word : paired;
        }
        words.remove(paired);
        int from = paired == null ? start : Math.min(start, paired.start);
        add(role(from, symbol), symbol, offset, paired == null ? 0 : paired.value);
    }

    private void word(Word word) {
        if (word.function != null) {
            add(Role.ARGUMENT, word.function, -1, word.value);
        } else {
            add(role(word.start, null), null, -1, word.value);
        }
    }

    private Role role(int start, String symbol) {
        String before = line.substring(Math.max(0, start - NEAR), start);
        if (COUNTER.matcher(before).find()) {
            return Role.COUNTER;
        }
        boolean called = symbol != null && (before.endsWith(" at ") || before.endsWith(") at"));
        return called || start < NEAR && FRAME.matcher(before).matches() ? Role.FRAME : Role.POINTER;
    }

    private void add(Role role, String symbol, long offset, long address) {
        String text = line.length() > TraceReader.MOST_TEXT ? line.substring(0, TraceReader.MOST_TEXT) : line;
        mentions.add(new Mention(number, text, role, symbol, offset, address));
    }
}
