package org.karlworkbench.machine.emulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a kernel says for the two things that matter: the text that is waited for, and signs that it gave up. */
final class SerialWatch {
    /** Lines that begin so: a panic, a fault before it, the debugger's prompt, our loader's own last words. */
    private static final Pattern BAD = Pattern.compile(
            "(?m)^(?:panic(?:\\(cpu\\d+\\))?: |uvm_fault\\(|ddb(?:\\{\\d+\\})?>|ddb\\{|loader: |Stopped at ).*");

    private static final int KEPT = 64 * 1024;

    private final String expect;
    private final StringBuilder recent = new StringBuilder();

    SerialWatch(String expect) {
        this.expect = expect;
    }

    /** Takes the next piece of text. What it ends with may go on in the next piece. */
    void add(String text) {
        recent.append(text);
        int most = Math.max(KEPT, 2 * expect.length());
        if (recent.length() > 2 * most) {
            recent.delete(0, recent.length() - most);
        }
    }

    /** What is to be seen now; whichever of the two stands first. Forgets what it has told of an expected text. */
    Optional<Ending> finding() {
        int expected = recent.indexOf(expect);
        Matcher bad = BAD.matcher(recent);
        boolean gaveUp = bad.find();
        if (expected >= 0 && (!gaveUp || expected <= bad.start())) {
            recent.delete(0, expected + expect.length());
            return Optional.of(new Ending(Reason.EXPECTED, ""));
        }
        return gaveUp ? Optional.of(new Ending(Reason.PANIC, bad.group().strip())) : Optional.empty();
    }
}
