package org.karlworkbench.debug.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;

/**
 * Reads a log line by line and keeps the part that is about one crash, which is the last unless told
 * otherwise; without a crash, about its last stack.
 */
final class CrashLog {
    /** What {@code panic(9)} prints, perhaps behind a time or a prompt; but not what savecore(8) says of it afterwards. */
    private static final Pattern PANIC = Pattern.compile("^(?:.{0,60}\\s)?(?<!reboot after )panic: (.+)$");

    /** What a kernel says of a fault before, or instead of, a panic. */
    private static final Pattern FAULT = Pattern.compile(
            "^(?:.{0,60}\\s)?(?:uvm_fault\\(0x|kernel: .* trap|fatal .* (?:trap|fault)|Stopped at\\s|Starting stack trace)");

    /** What a kernel says first: system, version, configuration, number of the build. */
    private static final Pattern BOOT =
            Pattern.compile("^(?:.{0,60}bsd: )?[A-Z]\\w+ (?:\\w+ )?[0-9]+\\.[0-9]\\S* \\([\\w.-]+\\) #[0-9]+");

    private final int wanted;
    private LogPart part = new LogPart();
    private LogPart best = part;
    private int crashes;
    private long named;

    /**
     * An empty log.
     *
     * @param wanted which crash is wanted, from 1; {@link TraceReader#LAST} for the last
     */
    CrashLog(int wanted) {
        this.wanted = wanted;
    }

    /**
     * Takes a line.
     *
     * @param number its number, from 1
     * @param line the line without escapes
     * @param mentions the places that it names
     */
    void take(int number, String line, List<Mention> mentions) {
        Matcher panic = line.contains("panic: ") ? PANIC.matcher(line) : null;
        if (line.contains(") #") && BOOT.matcher(line).find()) {
            next();
        } else if (panic != null && panic.matches()) {
            panic(number, panic.group(1));
        } else if (!part.isCrash() && isFault(line)) {
            begin(number);
        }
        part.add(mentions);
        named += mentions.size();
    }

    private static boolean isFault(String line) {
        boolean perhaps = line.contains("uvm_fault(")
                || line.contains("kernel: ")
                || line.contains("fatal ")
                || line.contains("Stopped at")
                || line.contains("Starting stack");
        return perhaps && FAULT.matcher(line).find();
    }

    /** A panic is said again by ddb and by whoever collects logs, and may follow upon a fault that led to it. */
    private void panic(int number, String message) {
        if (message.equals(part.panic())) {
            return;
        }
        boolean goesOn = part.isCrash() && part.panic() == null && !part.hasStack();
        if (!goesOn) {
            if (part.isCrash()) {
                next();
            }
            begin(number);
        }
        part.panic(message);
    }

    private void begin(int number) {
        crashes++;
        part.crash(number, crashes);
    }

    /** The kernel of what follows is another one. */
    private void next() {
        boolean better = wanted == TraceReader.LAST ? part.worth() >= best.worth() : part.number() == wanted;
        best = better ? part : best;
        part = new LogPart();
    }

    /** The log is at its end. */
    Trace trace(boolean cut) {
        next();
        List<Mention> mentions = best.mentions();
        Crash crash = best.isCrash() ? new Crash(best.crash(), best.panic(), best.number(), crashes) : null;
        return new Trace(mentions, crash, (int) Math.min(Integer.MAX_VALUE, named - mentions.size()), cut);
    }

    /**
     * Refuses a log that turned out not to have the crash that is wanted.
     *
     * @param file its file, or null
     */
    void requireWanted(Path file) throws EngineException {
        if (wanted != TraceReader.LAST && best.number() != wanted) {
            throw missing(file == null ? null : file.toString());
        }
    }

    private EngineException missing(String file) {
        String has = crashes == 0
                ? "no crash begins in it"
                : crashes == 1 ? "it has 1 crash" : "it has " + crashes + " crashes";
        String cure = crashes == 0 ? "symbolize it without a number of a crash" : "ask for one from 1 to " + crashes;
        return new EngineException("no-crash", file, "crash " + wanted, has, cure);
    }
}
