package org.karlworkbench.kit.worth;

import java.util.List;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;

/** What it gains to shuffle sections: as much as there are objects whose code comes in sections that can move alone. */
public final class LooseCode implements Question {
    /** Where fewer objects than one of so many come apart, moving sections hardly differs from moving objects. */
    private static final int FEW = 10;

    @Override
    public List<Finding> ask(Look look) {
        int split = look.kit().getSplitObjects();
        int body = look.objects(Role.BODY).size();
        if (!isWorth(split, body)) {
            return List.of();
        }
        return new Said(
                        Severity.INFO,
                        "loose-sections",
                        "unit",
                        "Sections can be shuffled: they take the code of " + split + " of the body's " + body
                                + " objects apart.",
                        "The smaller the pieces that move, the less one leaked pointer gives away.",
                        "Set what is shuffled to sections in a recipe, with the built-in linker.")
                .alone();
    }

    /**
     * Whether a recipe that shuffles sections gains little by it in this kit.
     *
     * @param kit the kit with its objects
     * @param recipe one of its recipes
     * @return a finding with code {@code low-gain}, or nothing
     */
    public static List<Finding> of(LinkKit kit, Recipe recipe) {
        long body = kit.getObjects().stream()
                .filter(object -> object.getRole() == Role.BODY)
                .mapToInt(KitObject::getFunctions)
                .filter(functions -> functions > 1)
                .count();
        if (Unit.of(recipe) != Unit.SECTION || isWorth(kit.getSplitObjects(), body)) {
            return List.of();
        }
        return new Said(
                        Severity.WARNING,
                        "low-gain",
                        String.valueOf(recipe.getName()),
                        "This recipe shuffles sections, and that takes the code of only " + kit.getSplitObjects()
                                + " of " + body + " objects with several functions apart.",
                        "Objects that were not compiled with -ffunction-sections have all their code in one section: they"
                                + " move as one block as before.",
                        "Compile the kit with -ffunction-sections, or shuffle whole objects.")
                .alone();
    }

    private static boolean isWorth(int split, long body) {
        return split > 0 && (long) split * FEW >= body;
    }
}
