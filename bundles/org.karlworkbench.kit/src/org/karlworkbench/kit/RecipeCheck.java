package org.karlworkbench.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.Recipe;

/** Says which settings of a recipe cannot work, and why; the kit editor asks while the user types. */
public final class RecipeCheck {
    /** The largest bound of a gap, in bytes. A gap is padding within a kernel, and kernels have tens of megabytes. */
    public static final long MAX_GAP = 256L << 20;

    private static final long MIN_PAGE = 16;
    private static final long MAX_PAGE = 4L << 20;

    private RecipeCheck() {}

    /**
     * Checks every setting as far as it does not depend on the kit.
     *
     * @param recipe the recipe
     * @return setting name to what is wrong with it, in a sentence; empty when all is well
     */
    public static Map<String, String> problems(Recipe recipe) {
        Map<String, String> problems = new LinkedHashMap<>();
        check(problems, "linker", linker(recipe.getLinker()));
        check(problems, "page", page(recipe.getPage()));
        check(problems, "pad", pad(recipe.getPad()));
        check(problems, "seed", seed(recipe.getSeed()));
        for (GapName name : GapName.values()) {
            check(problems, name.label(), bounds(name.bounds(recipe)));
        }
        return problems;
    }

    /**
     * Checks every setting.
     *
     * @param recipe the recipe
     * @param architecture the kit's architecture
     * @return setting name to what is wrong with it, in a sentence; empty when all is well
     */
    public static Map<String, String> problems(Recipe recipe, Architecture architecture) {
        Map<String, String> problems = problems(recipe);
        for (GapName name : GapName.values()) {
            if (name.bounds(recipe) != null && !architecture.randomized()) {
                problems.put(name.label(), architecture.name() + " kernels never had gaps");
            }
        }
        return problems;
    }

    /** Throws for the first problem, so that no draw is ever made from a recipe that cannot work. */
    static void require(Recipe recipe, Architecture architecture) throws EngineException {
        for (var problem : problems(recipe, architecture).entrySet()) {
            throw new EngineException(
                    "bad-recipe", recipe.getName(), problem.getKey(), problem.getValue(), "change this setting");
        }
    }

    private static void check(Map<String, String> problems, String setting, String problem) {
        if (problem != null) {
            problems.put(setting, problem);
        }
    }

    private static String linker(String linker) {
        boolean known = linker == null || linker.isEmpty() || linker.equals("ld") || linker.equals("lld");
        return known ? null : "no linker is called " + linker + "; there are ld and lld";
    }

    private static String page(long page) {
        boolean valid = page == 0 || page >= MIN_PAGE && page <= MAX_PAGE && Long.bitCount(page) == 1;
        return valid ? null : "a page is a power of two from 16 bytes to 4 MiB";
    }

    private static String pad(String pad) {
        return pad == null || pad.isEmpty() || pad.matches("0x[0-9a-fA-F]{1,8}")
                ? null
                : "a pad word is 0x and one to eight hexadecimal digits";
    }

    private static String seed(String seed) {
        return seed == null || seed.isEmpty() || seed.matches("[0-9a-fA-F]{64}")
                ? null
                : "a seed is exactly 64 hexadecimal digits";
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
}
