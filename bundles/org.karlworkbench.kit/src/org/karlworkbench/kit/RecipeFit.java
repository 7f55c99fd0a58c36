package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.kit.flags.Flag;
import org.karlworkbench.kit.flags.FlagMeaning;
import org.karlworkbench.kit.flags.FlagReader;
import org.karlworkbench.kit.model.Neighbours;
import org.karlworkbench.kit.model.Recipe;

/** Says which settings of a recipe do not fit a kit, and why. */
final class RecipeFit {
    private static final int HEX_DIGITS_OF_32_BITS = 8;

    private RecipeFit() {}

    static Map<String, String> problems(Recipe recipe, KitOutline kit) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!kit.architecture().randomized()) {
            gaps(problems, recipe, kit.architecture().name() + " kernels never had gaps");
        }
        RecipeCheck.check(problems, "unit", unit(recipe, kit));
        names(problems, recipe, kit.body());
        RecipeCheck.check(problems, "dropFlags", dropFlags(recipe, kit));
        RecipeCheck.check(problems, "addFlags", addFlags(recipe, kit));
        RecipeCheck.check(problems, "textBase", textBase(recipe.getTextBase(), kit));
        RecipeCheck.check(problems, "entry", entry(recipe.getEntry(), kit));
        return problems;
    }

    private static void gaps(Map<String, String> problems, Recipe recipe, String never) {
        for (GapName name : GapName.values()) {
            if (name.bounds(recipe) != null) {
                problems.put(RecipeSettings.GAPS + name.label(), never);
            }
            if (name.alignment(recipe) > 0) {
                problems.put(RecipeSettings.GAP_ALIGN + name.label(), never);
            }
        }
    }

    private static String unit(Recipe recipe, KitOutline kit) {
        if (Unit.of(recipe) == Unit.OBJECT) {
            return null;
        }
        if (!kit.architecture().randomized()) {
            return kit.architecture().name() + " kernels never were shuffled";
        }
        return RecipeCheck.isUnset(recipe.getLinker()) ? RecipeCheck.MOVES_SECTIONS : null;
    }

    private static void names(Map<String, String> problems, Recipe recipe, List<String> body) {
        List<String> neighbours = new ArrayList<>();
        for (Neighbours group : recipe.getNeighbours()) {
            neighbours.addAll(group.getObjects());
        }
        if (recipe.getOrder().isEmpty() && recipe.getPinned().isEmpty() && neighbours.isEmpty()) {
            return; // most recipes: the set of 2,000 names is not needed
        }
        Set<String> known = new HashSet<>(body);
        RecipeCheck.check(problems, "order", stranger(recipe.getOrder(), known));
        RecipeCheck.check(problems, "pinned", stranger(recipe.getPinned(), known));
        RecipeCheck.check(problems, "neighbours", stranger(neighbours, known));
    }

    private static String stranger(List<String> names, Set<String> body) {
        return names.stream()
                .filter(name -> !body.contains(name))
                .findFirst()
                .map(name -> name + " is not in the kit's body")
                .orElse(null);
    }

    private static String dropFlags(Recipe recipe, KitOutline kit) {
        if (recipe.getDropFlags().isEmpty()) {
            return null;
        }
        List<Flag> flags = FlagReader.read(kit.flags());
        for (String text : RecipeFlags.dropped(recipe)) {
            Flag flag = flags.stream()
                    .filter(each -> each.spelled().equals(text))
                    .findFirst()
                    .orElse(null);
            if (flag == null) {
                return text + " is no flag of the kit's; it has " + spelled(flags);
            }
            if (flag.meaning() == FlagMeaning.SCRIPT) {
                return text + ": the script belongs to the kit";
            }
            if (RecipeFlags.STRIP.equals(RecipeFlags.settingOf(flag))) {
                return text + ": this is set by " + RecipeFlags.STRIP;
            }
        }
        return null;
    }

    private static String spelled(List<Flag> flags) {
        return flags.isEmpty()
                ? "none"
                : String.join(", ", flags.stream().map(Flag::spelled).toList());
    }

    /** What the allow-list says of the arguments. */
    private static String addFlags(Recipe recipe, KitOutline kit) {
        List<Flag> flags = RecipeFlags.read(recipe.getAddFlags());
        return KitFlags.translateFlags(flags, "lld", kit.folder(), word -> word).refused().stream()
                .findFirst()
                .map(refused -> refused.flag() + ": " + refused.reason())
                .orElse(null);
    }

    private static String entry(String symbol, KitOutline kit) {
        boolean defined = RecipeCheck.isUnset(symbol) || kit.symbols().test(symbol);
        return defined ? null : "neither an object of the kit nor its script defines " + symbol;
    }

    private static String textBase(String address, KitOutline kit) {
        if (RecipeCheck.isUnset(address) || RecipeCheck.textBase(address) != null) {
            return null; // none, or one that is no address in any kit
        }
        int digits = address.replaceFirst("^0x0*", "").length();
        if (kit.architecture().bits() == 32 && digits > HEX_DIGITS_OF_32_BITS) {
            return "an address of " + kit.architecture().name() + " has 32 bits";
        }
        long unit = Math.min(
                kit.architecture().page(), Long.lowestOneBit(kit.architecture().textBase()));
        if ((Long.parseUnsignedLong(address.substring(2), 16) & unit - 1) != 0) {
            return "the text of " + kit.architecture().name() + " begins at a multiple of " + unit + " bytes";
        }
        return kit.textBaseFault().get();
    }
}
