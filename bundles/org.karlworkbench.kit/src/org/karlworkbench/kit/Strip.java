package org.karlworkbench.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a linker leaves out of a kernel that is not loaded anyway. The layout is the same in all cases. */
public enum Strip {
    /** Nothing is left out. */
    NONE,
    /** Debug sections, as in the original. */
    DEBUG("-S"),
    /** Debug sections and all symbols. */
    ALL("-s"),
    /** Debug sections and local symbols. */
    LOCALS("-S", "-x");

    private final List<String> flags;

    Strip(String... flags) {
        this.flags = List.of(flags);
    }

    /**
     * The name in recipes and on the command line.
     *
     * @return {@code none}, {@code debug}, {@code all} or {@code locals}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The linker's flags for it. */
    List<String> flags() {
        return flags;
    }

    /** The one of a name. */
    static Optional<Strip> named(String label) {
        return Stream.of(values()).filter(each -> each.label().equals(label)).findFirst();
    }
}
