package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karlworkbench.kit.flags.Flag;
import org.karlworkbench.kit.flags.FlagMeaning;
import org.karlworkbench.kit.flags.FlagReader;
import org.karlworkbench.kit.model.Recipe;

/** The flags by which a kit is linked: the kit's own, with what a recipe drops, adds and sets. */
public final class RecipeFlags {
    /** The setting that says what is left out of a kernel. */
    static final String STRIP = "strip";

    private static final Set<String> STRIPPING = Set.of("S", "strip-debug", "s", "strip-all", "x", "discard-all");
    private static final Set<String> STRIP_WORDS = Set.of("-S", "-s", "-x");

    private RecipeFlags() {}

    /**
     * Makes the flags fit for a linker.
     *
     * @param kit the kit
     * @param recipe the recipe, which {@link RecipeCheck} found to fit
     * @param linker {@code ld} or {@code lld}
     * @param emulation from the word behind {@code -m} to this linker's word for it; null where there is none
     * @return what to give to the linker and what not
     */
    public static Translation translate(LoadedKit kit, Recipe recipe, String linker, UnaryOperator<String> emulation) {
        List<Flag> flags = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<Translated> replaced = new ArrayList<>();
        Set<String> unwanted = dropped(recipe);
        Strip strip = Strip.named(recipe.getStrip()).orElse(Strip.DEBUG);
        for (Flag flag : FlagReader.read(kit.plan().flags())) {
            String instead = instead(flag, kit, recipe);
            boolean strips = flag.meaning() == FlagMeaning.KEEP && STRIP.equals(settingOf(flag));
            if (unwanted.contains(flag.spelled()) || strips && strip == Strip.NONE) {
                dropped.add(flag.spelled());
            } else if (instead != null) {
                replaced.add(new Translated(flag.spelled(), instead));
            } else if (!strips) {
                flags.add(flag);
            }
        }
        flags.addAll(read(recipe.getAddFlags()));
        flags.addAll(FlagReader.read(settings(kit, recipe)));
        Translation own = KitFlags.translateFlags(flags, linker, kit.folder(), emulation);
        dropped.addAll(own.dropped());
        replaced.addAll(own.translated());
        List<String> args = with(own.args(), strip.flags());
        return new Translation(args, dropped, replaced, own.script(), own.refused());
    }

    /**
     * Makes recorded flags fit for a linker: they come from a file that anybody can have written, and are held against
     * the same list.
     *
     * @param kit the kit
     * @param words flags as the linker got them, from a ledger entry
     * @param linker as in {@link #translate}
     * @param emulation as in {@link #translate}
     * @return what to give to the linker and what not
     */
    public static Translation recorded(
            LoadedKit kit, List<String> words, String linker, UnaryOperator<String> emulation) {
        List<String> strip = words.stream().filter(STRIP_WORDS::contains).toList();
        List<String> others =
                words.stream().filter(word -> !STRIP_WORDS.contains(word)).toList();
        Translation own = KitFlags.translate(others, linker, kit.folder(), emulation);
        return new Translation(with(own.args(), strip), own.dropped(), own.translated(), own.script(), own.refused());
    }

    private static List<String> with(List<String> args, List<String> more) {
        List<String> all = new ArrayList<>(args);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The flags that a recipe's texts spell; an argument may stand in the text of its flag or in the next. */
    static List<Flag> read(List<String> texts) {
        return FlagReader.read(texts.stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .toList());
    }

    /** The flags that a recipe drops, as the Makefile spells them. */
    static Set<String> dropped(Recipe recipe) {
        return read(recipe.getDropFlags()).stream()
                .map(Flag::spelled)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The setting that is this flag's, or null. */
    static String settingOf(Flag flag) {
        if (STRIPPING.contains(flag.name())) {
            return STRIP;
        }
        return switch (flag.meaning()) {
            case ENTRY -> "entry";
            case TEXT_BASE -> "textBase";
            default -> null;
        };
    }

    /** What a recipe sets in the place of a kit's flag, or null. */
    private static String instead(Flag flag, LoadedKit kit, Recipe recipe) {
        return switch (flag.meaning()) {
            case ENTRY -> entry(recipe);
            case TEXT_BASE -> textBase(kit, recipe);
            default -> null;
        };
    }

    private static List<String> settings(LoadedKit kit, Recipe recipe) {
        return Stream.of(entry(recipe), textBase(kit, recipe))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String entry(Recipe recipe) {
        return RecipeCheck.isUnset(recipe.getEntry()) ? null : "--entry=" + recipe.getEntry();
    }

    private static String textBase(LoadedKit kit, Recipe recipe) {
        boolean flag =
                !RecipeCheck.isUnset(recipe.getTextBase()) && kit.textBase().symbol() == null;
        return flag ? "-Ttext=" + recipe.getTextBase() : null;
    }
}
