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

    /** A symbol's own address: behind a register's value. */
    private static final Pattern REGISTER =
            Pattern.compile("%?[a-z][a-z0-9_]{0,9}:?\\s+0x[0-9a-f]{4,16}\\s+(" + NAME + ")\\s*$");

    /** A symbol's own address, which a frame is "at". */
    private static final Pattern AT = Pattern.compile("\\)\\s+at\\s+(" + NAME + ")\\s*$");

    /** {@code name(} opens arguments. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w.$])(" + NAME + ")\\(");

    /** What stands between an address and the symbol that is said to lie there. */
    private static final Pattern JOINT = Pattern.compile("[\\s:<>\\[\\](@]{1,12}(?:in\\s{1,4})?");

    /** What a line of a stack trace begins with, before its address. */
    private static final Pattern FRAME =
            Pattern.compile("^(?:\\[\\s*[0-9.]+\\]\\s*)?(?:#?[0-9]{1,3}:?\\s+)?[\\[<(]{0,2}$");

    /** What tells the role of a word stands no farther before it. */
    private static final int NEAR = 48;

    private final int number;
    private final String line;
    private final String text;
    private final List<Mention> mentions = new ArrayList<>(4);

    LineReader(int number, String line) {
        this.number = number;
        this.line = line;
        text = line.length() > TraceReader.MOST_TEXT ? line.substring(0, TraceReader.MOST_TEXT) : line;
    }

    List<Mention> mentions() {
        List<Word> words = new ArrayList<>(Word.all(line));
        boolean calls = !words.isEmpty() && line.indexOf('(') >= 0;
        if (calls) {
            givenToFunctions(words);
        }
        if (line.indexOf('+') >= 0) {
            claims(words);
        }
        if (mentions.isEmpty()) {
            start(words);
        }
        words.forEach(this::word);
        return mentions;
    }

    /** Marks the words that stand between a function's brackets. */
    private void givenToFunctions(List<Word> words) {
        Matcher call = CALL.matcher(line);
        int open = call.find() ? call.end() : -1;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (open >= 0 && open <= word.start()) {
                int close = line.indexOf(')', open);
                if (close >= 0 && close <= word.start()) {
                    open = call.find(close) ? call.end() : -1;
                }
                if (open >= 0 && open <= word.start()) {
                    words.set(i, word.givenTo(call.group(1)));
                }
            }
        }
    }

    private void claims(List<Word> words) {
        Matcher claim = CLAIM.matcher(line);
        while (claim.find()) {
            long offset = claim.group(2) == null
                    ? Long.parseLong(claim.group(3))
                    : Long.parseUnsignedLong(claim.group(2), 16);
            if (offset >= 0) {
                claim(words, claim.group(1), offset, claim.start(), claim.end());
            }
        }
    }

    private void start(List<Word> words) {
        Matcher register = REGISTER.matcher(line);
        Matcher at = AT.matcher(line);
        if (!words.isEmpty() && register.lookingAt()) {
            claim(words, register.group(1), 0, register.start(1), register.end(1));
        } else if (line.indexOf(')') >= 0 && at.find()) {
            claim(words, at.group(1), 0, at.start(1), at.end(1));
        }
    }

    /** A symbol and an offset, with the address right before or, in brackets, right behind it. */
    private void claim(List<Word> words, String symbol, long offset, int start, int end) {
        Word paired = null;
        for (Word word : words) {
            boolean before = word.function() == null
                    && word.end() <= start
                    && start - word.end() <= 16
                    && JOINT.matcher(line.substring(word.end(), start)).matches();
            boolean behind = word.start() >= end
                    && word.start() - end <= 3
                    && line.substring(end, word.start()).strip().matches("[(\\[<]");
            paired = before || behind ? word : paired;
        }
        words.remove(paired);
        int from = paired == null ? start : Math.min(start, paired.start());
        add(role(from, symbol), symbol, offset, paired == null ? 0 : paired.value());
    }

    private void word(Word word) {
        if (word.function() != null) {
            add(Role.ARGUMENT, word.function(), -1, word.value());
        } else {
            add(role(word.start(), null), null, -1, word.value());
        }
    }

    private Role role(int start, String symbol) {
        if (Counter.isBefore(line, start)) {
            return Role.COUNTER;
        }
        boolean called = line.startsWith(") at ", start - 5) || symbol != null && line.startsWith(" at ", start - 4);
        boolean first = start < NEAR && FRAME.matcher(line).region(0, start).matches();
        return called || first ? Role.FRAME : Role.POINTER;
    }

    private void add(Role role, String symbol, long offset, long address) {
        mentions.add(new Mention(number, text, role, symbol, offset, address));
    }
}
