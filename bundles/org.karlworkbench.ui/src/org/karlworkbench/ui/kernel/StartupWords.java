package org.karlworkbench.ui.kernel;

import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.StartupRange;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Formats;

/** What is said of a kernel's startup code: what its architecture does with it, and what was found in a run. */
public final class StartupWords {
    private static final String STILL = "The bytes of unmapped pages stay in physical memory, and can be read where a "
            + "kernel maps that at another address.";

    private StartupWords() {}

    /** What happens to the pages after boot, in a word or two. */
    public static String fate(Startup policy) {
        return switch (policy) {
            case UNMAP -> "unmapped after boot";
            case TRASH -> "overwritten after boot";
            case NONE -> "stays";
        };
    }

    /** The pages and what happens to them, in one line. */
    public static String pages(StartupRange range) {
        return Formats.plural(range.pages(), "page", "pages") + ", " + Formats.hex(range.first()) + " to "
                + Formats.hex(range.limit() - 1) + ", " + fate(range.policy());
    }

    /** What can still be read after boot, in one sentence. */
    public static String readable(StartupRange range) {
        return switch (range.policy()) {
            case UNMAP -> "Everything from endboot (" + Formats.hex(range.limit()) + ") on. " + STILL;
            case TRASH ->
                "Everything from endboot (" + Formats.hex(range.limit()) + ") on; before it only the trash word.";
            case NONE -> "Everything: this architecture keeps its startup code.";
        };
    }

    /** What a run found, in a few words. */
    public static String found(StartupState state) {
        if (state.verified() == null) {
            return "not looked at";
        }
        if (state.verified()) {
            return state.policy() == Startup.TRASH ? "all overwritten" : "all gone";
        }
        int left = state.left().size();
        return left == 0 ? "gone, and endboot too" : Formats.count(left) + " NOT gone";
    }

    /** What a run found, in sentences. */
    public static String measured(StartupState state) {
        if (state.range() == null) {
            return "Startup code: the kernel's symbols do not say where it ends, so nothing was looked at.";
        }
        String all = Formats.plural(state.pages(), "page", "pages");
        if (state.verified() == null) {
            return state.policy() == Startup.NONE
                    ? "This architecture keeps its startup code, so nothing was looked at."
                    : "Startup code: " + all + ", not looked at, or the memory at main was not that of the file.";
        }
        if (!state.verified()) {
            int left = state.left().size();
            return left == 0
                    ? "The startup code is gone, but endboot, which has to stay, is gone too."
                    : "NOT gone: " + Formats.count(left) + " of " + all + " of startup code can still be read.";
        }
        return state.policy() == Startup.TRASH
                ? "Every one of " + all
                        + " of startup code is full of the trash word; endboot and main are as in the file."
                : "Every one of " + all + " of startup code is gone from its address; endboot and main are there. "
                        + STILL;
    }
}
