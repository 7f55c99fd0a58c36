package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * How much memory a linker takes for what it links, in bytes. Measured as the peak of resident memory, of GNU ld 2.40
 * and lld 14: within a tenth for kits of 40 to 2,000 objects for eleven architectures. For objects that are nothing but
 * code, symbols, sections or relocations it may be more, and is never less than half of the estimate. Debug sections cost
 * nothing, since {@code -S} leaves them out.
 *
 * @param base for nothing at all
 * @param object for each object
 * @param symbol for each symbol
 * @param loaded for each byte that is loaded; GNU ld holds one section at a time
 */
record LinkerMemory(long base, long object, long symbol, long loaded) {
    private static final LinkerMemory GNU = new LinkerMemory(5L << 20, 48L << 10, 380, 0);
    private static final LinkerMemory LLD = new LinkerMemory(57L << 20, 0, 600, 2);

    /** More than any machine has, and small enough to be reckoned with. */
    private static final long UNKNOWN = 1L << 50;

    private static final int MOST_DIGITS = 15;

    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path OWN_LIMITS = Path.of("/proc/self/limits");

    /**
     * Refuses a link that surely finds too little memory, and warns of one that probably does: one that needs more than
     * there is may still end well, as some of it is the linker's own code, of which the system keeps only what is used.
     *
     * @param kit what is linked
     * @param tool the linker
     * @param limits what it may use
     * @param progress told the warning
     * @throws EngineException with code {@code no-memory} where there is less than half
     */
    static void require(LoadedKit kit, LinkerTool tool, Limits limits, Progress progress) throws EngineException {
        long needed = of(tool).needed(kit);
        long there = Math.min(limits.memory(), Math.min(available(), ownLimit()));
        if (there >= needed) {
            return;
        }
        String problem = "needs about " + mebibytes(needed) + " MiB of memory for this kit, and only "
                + mebibytes(there) + " MiB are there";
        String cure = "end other programs, or allow more memory";
        if (there < needed / 2) {
            throw new EngineException(EngineException.NO_MEMORY, tool.path().toString(), null, problem, cure);
        }
        progress.say("warning: " + tool.path() + ": " + problem + "; " + cure);
    }

    private static LinkerMemory of(LinkerTool tool) {
        return tool.name().equals(LinkerTool.LLD) ? LLD : GNU;
    }

    private long needed(LoadedKit kit) {
        long symbols = 0;
        for (ObjectFile each : kit.objects()) {
            symbols += each.symbols().count();
        }
        return base
                + object * kit.objects().size()
                + symbol * symbols
                + loaded * kit.bytes().loaded();
    }

    /** What the system can give, swap space included (proc(5)). */
    private static long available() {
        long kibibytes = number(MEMORY, "MemAvailable:", UNKNOWN) + number(MEMORY, "SwapFree:", 0);
        return kibibytes << 10;
    }

    /** The limit that a linker inherits; it is in bytes. */
    private static long ownLimit() {
        return number(OWN_LIMITS, "Max address space", UNKNOWN);
    }

    /** The number that follows a name in a file of the system's; another where there is none, or no such file. */
    private static long number(Path file, String name, long other) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int found = text.indexOf(name);
            return found < 0 ? other : number(text, found + name.length(), other);
        } catch (IOException e) {
            return other; // a system without /proc says nothing, and nothing is refused
        }
    }

    /** The number behind blanks; another where there is none, or none that is believable. */
    private static long number(String text, int from, long other) {
        int begin = from;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        int end = begin;
        while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        boolean believable = end > begin && end - begin <= MOST_DIGITS;
        return believable ? Long.parseLong(text, begin, end, 10) : other;
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
