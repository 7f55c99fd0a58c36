package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that made a temporary folder, as the folder's name tells it: what is left of a process that was killed can
 * be told from what is in use, and from everything that is not ours.
 *
 * @param pid its number
 * @param start when it began, in seconds since 1970
 * @param place where processes are counted: machines and containers that share a folder do not see each other's; 0 where
 *     that cannot be told
 */
record FolderOwner(long pid, long start, long place) {
    private static final Pattern NAME = Pattern.compile("karl-([0-9a-z]{1,12})-([0-9a-z]{1,12})-([0-9a-z]{1,12})-.+");
    private static final long PLACES = 36 * 36 * 36 * 36; // four digits are enough to tell a few apart
    private static final int BASE = Character.MAX_RADIX;
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    /** The system tells the start of a process by its own clock, which is set now and then. */
    private static final long CLOCK = 5;

    private static final FolderOwner OWN = new FolderOwner(
            ProcessHandle.current().pid(), seconds(ProcessHandle.current()).orElse(0L), here());

    /** This process. */
    static FolderOwner own() {
        return OWN;
    }

    /** The owner that a folder's name tells; empty for names of another kind. */
    static Optional<FolderOwner> of(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(new FolderOwner(number(parts.group(1)), number(parts.group(2)), number(parts.group(3))))
                : Optional.empty();
    }

    private static long number(String digits) {
        return Long.parseLong(digits, BASE);
    }

    /** What the names of its folders begin with. */
    String prefix() {
        return "karl-" + digits(pid) + "-" + digits(start) + "-" + digits(place) + "-";
    }

    private static String digits(long number) {
        return Long.toString(number, BASE);
    }

    /** Whether it has surely ended: nothing runs under its number, or something that began at another time. */
    boolean isGone() {
        if (place != OWN.place || place == 0 || start == 0) {
            return false;
        }
        Optional<ProcessHandle> now = ProcessHandle.of(pid);
        if (now.isEmpty()) {
            return true;
        }
        Optional<Long> began = seconds(now.get());
        return began.isPresent() && Math.abs(began.get() - start) > CLOCK;
    }

    private static Optional<Long> seconds(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond);
    }

    private static long here() {
        try {
            String place = Files.readSymbolicLink(NAMESPACE) + Files.readString(HOST);
            return 1 + Integer.toUnsignedLong(place.hashCode()) % PLACES;
        } catch (IOException | UnsupportedOperationException e) {
            return 0;
        }
    }
}
