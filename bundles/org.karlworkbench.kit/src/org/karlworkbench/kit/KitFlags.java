package org.karlworkbench.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.karlworkbench.kit.flags.Flag;
import org.karlworkbench.kit.flags.FlagMeaning;
import org.karlworkbench.kit.flags.FlagReader;
import org.karlworkbench.kit.source.KitPath;

/**
 * Passes a kit's link flags on to a linker by an allow-list (CLI.md): what is on it is spelled as the linker wants it,
 * what would load code, write a file or read one outside the kit is refused, all else is dropped.
 */
public final class KitFlags {
    /** A symbol's name; no @: linkers read a file where a word begins with it, whatever stands before. */
    static final String SYMBOL = "[A-Za-z0-9_.$]{1,256}";

    private static final Set<String> METHODS =
            Set.of("ignore-all", "report-all", "ignore-in-object-files", "ignore-in-shared-libs");

    private final boolean lld;
    private final Path kit;
    private final UnaryOperator<String> emulation;
    private final List<String> args = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<Translated> translated = new ArrayList<>();
    private final List<RefusedFlag> refused = new ArrayList<>();
    private String script;
    private int groups;

    private KitFlags(boolean lld, Path kit, UnaryOperator<String> emulation) {
        this.lld = lld;
        this.kit = kit;
        this.emulation = emulation;
    }

    /**
     * Translates flags.
     *
     * @param flags the words of LINKFLAGS, expanded, quotes taken off
     * @param linker {@code ld} or {@code lld}
     * @param kit the kit's folder
     * @param emulation from the word behind {@code -m} to this linker's word for it; null where there is none
     * @return what to give to the linker and what not
     */
    public static Translation translate(List<String> flags, String linker, Path kit, UnaryOperator<String> emulation) {
        return translateFlags(FlagReader.read(flags), linker, kit, emulation);
    }

    static Translation translateFlags(List<Flag> flags, String linker, Path kit, UnaryOperator<String> emulation) {
        KitFlags translation = new KitFlags(linker.equals("lld"), kit.toAbsolutePath(), emulation);
        flags.forEach(translation::take);
        return translation.result();
    }

    private Translation result() {
        return new Translation(
                List.copyOf(args), List.copyOf(dropped), List.copyOf(translated), script, List.copyOf(refused));
    }

    private void take(Flag flag) {
        switch (flag.meaning()) {
            case SCRIPT -> script(flag);
            case TEXT_BASE -> textBase(flag);
            case ENTRY -> valued(flag, SYMBOL, "-e", flag.value());
            case EMULATION -> emulation(flag);
            case KEYWORD -> valued(flag, "[A-Za-z0-9][A-Za-z0-9=_.-]{0,80}", "-z", flag.value());
            case LIBRARY_PATH -> libraryPath(flag);
            case SMALL_DATA -> smallData(flag);
            case UNRESOLVED -> unresolved(flag);
            case NO_PIE -> translate(flag, List.of("-no-pie"), "-no-pie");
            case GROUP_BEGIN, GROUP_END -> group(flag);
            case KEEP, KEEP_LLD -> keep(flag);
            case DROP -> dropped.add(flag.spelled());
            case REFUSE -> refuse(flag, flag.why());
        }
    }

    private void refuse(Flag flag, String reason) {
        refused.add(new RefusedFlag(flag.spelled(), reason));
    }

    private void translate(Flag flag, List<String> words, String to) {
        args.addAll(words);
        translated.add(new Translated(flag.spelled(), to));
    }

    private void keep(Flag flag) {
        if (flag.value() != null || flag.meaning() == FlagMeaning.KEEP_LLD && !lld) {
            dropped.add(flag.spelled());
        } else {
            args.add((flag.name().length() == 1 ? "-" : "--") + flag.name());
        }
    }

    private void valued(Flag flag, String pattern, String... words) {
        if (flag.value() == null || flag.value().isEmpty()) {
            refuse(flag, "its argument is missing");
        } else if (!flag.value().matches(pattern)) {
            refuse(flag, "its argument makes no sense");
        } else {
            args.addAll(List.of(words));
        }
    }

    private void script(Flag flag) {
        String fault = flag.value() == null ? "its argument is missing" : KitPath.fault(kit, flag.value());
        if (fault != null) {
            refuse(flag, fault);
        } else if (script != null && !script.equals(flag.value())) {
            refuse(flag, "there is another script already");
        } else {
            script = flag.value();
        }
    }

    private void textBase(Flag flag) {
        valued(flag, "(0[xX])?[0-9a-fA-F]{1,16}", "-Ttext=" + flag.value());
    }

    private void emulation(Flag flag) {
        String from = flag.value();
        if (from == null || !from.matches("[A-Za-z0-9_]{1,60}")) {
            valued(flag, "[A-Za-z0-9_]{1,60}");
            return;
        }
        String to = emulation.apply(from);
        if (to == null) {
            dropped.add(flag.spelled());
        } else if (to.equals(from)) {
            args.addAll(List.of("-m", to));
        } else {
            translate(flag, List.of("-m", to), "-m" + (flag.attached() ? "" : " ") + to);
        }
    }

    private void libraryPath(Flag flag) {
        String fault = flag.value() == null ? "its argument is missing" : KitPath.fault(kit, flag.value());
        if (fault == null) {
            args.add("-L");
            args.add(kit.resolve(flag.value()).normalize().toString());
        } else {
            refuse(flag, fault);
        }
    }

    /** lld reads the flag and does nothing with it; to leave it out and say so is honest. */
    private void smallData(Flag flag) {
        if (lld) {
            dropped.add(flag.spelled());
        } else {
            valued(flag, "(0[xX][0-9a-fA-F]{1,8}|[0-9]{1,9})", "-G", flag.value());
        }
    }

    private void unresolved(Flag flag) {
        if (flag.value() != null && METHODS.contains(flag.value())) {
            args.add("--unresolved-symbols=" + flag.value());
        } else {
            refuse(flag, "its argument makes no sense");
        }
    }

    /** Both linkers fail on a group that ends before it began. */
    private void group(Flag flag) {
        boolean begins = flag.meaning() == FlagMeaning.GROUP_BEGIN;
        if (flag.value() != null || begins == groups > 0) {
            dropped.add(flag.spelled());
        } else {
            groups += begins ? 1 : -1;
            args.add(begins ? "--start-group" : "--end-group");
        }
    }
}
