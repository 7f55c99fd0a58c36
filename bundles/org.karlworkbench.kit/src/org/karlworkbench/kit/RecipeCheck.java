package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.flags.Flag;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.Neighbours;
import org.karlworkbench.kit.model.Recipe;

/** Says which settings of a recipe cannot work, and why; the kit editor asks while the user types. */
public final class RecipeCheck {
    private static final String BUILT_IN = "builtin";
    private static final Set<String> LINKERS = Set.of("ld", "lld", BUILT_IN);

    /** Scripts name sections, and those of one object can have one name; so no script can tell all of them their places. */
    static final String MOVES_SECTIONS = "only the built-in linker moves sections: choose builtin as the linker";

    /** The largest bound of a gap, in bytes. A gap is padding within a kernel, and kernels have tens of megabytes. */
    public static final long MAX_GAP = 256L << 20;

    /** What an alignment of a gap is. */
    static final String ALIGNMENT = "a gap is rounded to a power of two from 4 bytes to 4 MiB";

    private static final long MIN_PAGE = 16;
    private static final long MIN_ALIGNMENT = 4;
    private static final long MAX_POWER = 4L << 20;

    private RecipeCheck() {}

    /**
     * Checks every setting as far as it does not depend on the kit.
     *
     * @param recipe the recipe
     * @return setting name, as on the command line, to what is wrong with it, in a sentence; empty when all is well
     */
    public static Map<String, String> problems(Recipe recipe) {
        Map<String, String> problems = new LinkedHashMap<>();
        check(problems, "linker", linker(recipe.getLinker()));
        check(problems, "unit", unit(recipe));
        check(problems, "page", page(recipe.getPage()));
        check(problems, "pad", pad(recipe.getPad()));
        check(problems, "seed", seed(recipe.getSeed()));
        for (GapName name : GapName.values()) {
            check(problems, RecipeSettings.GAPS + name.label(), bounds(name.bounds(recipe)));
            check(problems, RecipeSettings.GAP_ALIGN + name.label(), alignment(name.alignment(recipe)));
        }
        check(problems, "textBase", textBase(recipe.getTextBase()));
        check(problems, "entry", entry(recipe.getEntry()));
        check(problems, "addFlags", addFlags(recipe.getAddFlags()));
        check(problems, "strip", strip(recipe.getStrip()));
        places(problems, recipe);
        return problems;
    }

    /**
     * Checks every setting.
     *
     * @param recipe the recipe
     * @param kit the kit that is to be relinked by it
     * @return setting name to what is wrong with it, in a sentence; empty when all is well
     */
    public static Map<String, String> problems(Recipe recipe, KitOutline kit) {
        Map<String, String> problems = problems(recipe);
        RecipeFit.problems(recipe, kit).forEach(problems::putIfAbsent);
        if (problems.isEmpty() && !recipe.getNeighbours().isEmpty()) {
            check(problems, "neighbours", new BodyOrder(kit.body(), recipe).problem());
        }
        return problems;
    }

    /**
     * Makes sure that a recipe can work, so that no draw is ever made from one that cannot.
     *
     * @param recipe the recipe
     * @param kit the kit that is to be relinked by it
     * @throws EngineException code {@code bad-recipe} for the first problem, with the setting as place
     */
    public static void require(Recipe recipe, KitOutline kit) throws EngineException {
        for (var problem : problems(recipe, kit).entrySet()) {
            throw new EngineException(
                    "bad-recipe", recipe.getName(), problem.getKey(), problem.getValue(), "change this setting");
        }
    }

    static void check(Map<String, String> problems, String setting, String problem) {
        if (problem != null) {
            problems.putIfAbsent(setting, problem);
        }
    }

    private static String linker(String linker) {
        boolean known = isUnset(linker) || LINKERS.contains(linker);
        return known ? null : "no linker is called " + linker + "; there are ld, lld and builtin";
    }

    private static String unit(Recipe recipe) {
        if (Unit.named(recipe.getUnit()).isEmpty()) {
            return "there are object and section, not " + recipe.getUnit();
        }
        String linker = recipe.getLinker();
        boolean able = isUnset(linker) || !LINKERS.contains(linker) || linker.equals(BUILT_IN);
        return Unit.of(recipe) == Unit.OBJECT || able ? null : MOVES_SECTIONS;
    }

    private static String page(long page) {
        boolean valid = page == 0 || page >= MIN_PAGE && page <= MAX_POWER && Long.bitCount(page) == 1;
        return valid ? null : "a page is a power of two from 16 bytes to 4 MiB";
    }

    private static String alignment(long bytes) {
        boolean valid = bytes == 0 || bytes >= MIN_ALIGNMENT && bytes <= MAX_POWER && Long.bitCount(bytes) == 1;
        return valid ? null : ALIGNMENT;
    }

    private static String pad(String pad) {
        return isUnset(pad) || pad.matches("0x[0-9a-fA-F]{1,8}")
                ? null
                : "a pad word is 0x and one to eight hexadecimal digits";
    }

    private static String seed(String seed) {
        return isUnset(seed) || seed.matches("[0-9a-fA-F]{64}") ? null : "a seed is exactly 64 hexadecimal digits";
    }

    private static String bounds(GapBounds bounds) {
        if (bounds == null) {
            return null;
        }
        if (bounds.getLow() < 0 || bounds.getHigh() > MAX_GAP) {
            return "a gap's bounds lie between 0 and " + MAX_GAP + " bytes";
        }
        return bounds.getLow() > bounds.getHigh() ? "the lower bound is above the upper bound" : null;
    }

    /** Why this is no address, or null. */
    static String textBase(String address) {
        return isUnset(address) || address.matches("0x[0-9a-fA-F]{1,16}")
                ? null
                : "an address is 0x and one to sixteen hexadecimal digits";
    }

    private static String entry(String symbol) {
        return isUnset(symbol) || symbol.matches(KitFlags.SYMBOL) ? null : "this is no symbol's name";
    }

    private static String strip(String strip) {
        return Strip.named(strip).isPresent() ? null : "there are none, debug, locals and all, not " + strip;
    }

    private static String addFlags(List<String> texts) {
        return RecipeFlags.read(texts).stream()
                .map(RecipeCheck::addFlag)
                .filter(problem -> problem != null)
                .findFirst()
                .orElse(null);
    }

    private static String addFlag(Flag flag) {
        String own = RecipeFlags.settingOf(flag);
        if (own != null) {
            return flag.spelled() + ": this is set by " + own;
        }
        return switch (flag.meaning()) {
            case REFUSE -> flag.spelled() + ": " + flag.why();
            case SCRIPT -> flag.spelled() + ": the script belongs to the kit";
            case DROP -> flag.spelled() + ": it is none of the flags that a linker is given";
            default -> null;
        };
    }

    /** Each object has one place: first, pinned, in one group of neighbours, or drawn. */
    private static void places(Map<String, String> problems, Recipe recipe) {
        Map<String, String> settings = new HashMap<>();
        check(problems, "order", taken(settings, "order", recipe.getOrder()));
        check(problems, "pinned", taken(settings, "pinned", recipe.getPinned()));
        List<String> neighbours = new ArrayList<>();
        for (Neighbours group : recipe.getNeighbours()) {
            neighbours.addAll(group.getObjects());
            if (group.getObjects().size() < 2) {
                check(problems, "neighbours", "a group has at least two objects, not " + group.getObjects());
            }
        }
        check(problems, "neighbours", taken(settings, "neighbours", neighbours));
    }

    private static String taken(Map<String, String> settings, String setting, List<String> names) {
        for (String name : names) {
            String other = settings.put(name, setting);
            if (other != null) {
                return name + (other.equals(setting) ? " is named twice" : " has a place already, by " + other);
            }
        }
        return null;
    }

    static boolean isUnset(String text) {
        return text == null || text.isEmpty();
    }
}
