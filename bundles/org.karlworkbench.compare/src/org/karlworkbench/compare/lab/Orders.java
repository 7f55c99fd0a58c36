package org.karlworkbench.compare.lab;

import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.Recipe;

/** How many orders a recipe allows. */
final class Orders {
    /** The original shuffles by a hash with a state of 128 bits (KARL.md section B1). */
    static final int ORIGINAL_CAP_BITS = 128;

    private Orders() {}

    static boolean isShuffled(LoadedKit kit, Recipe recipe) {
        return kit.architecture().randomized() && kit.plan().shuffled() && recipe.isShuffle();
    }

    /** Whether every order of the body's objects is equally likely, and nothing else moves. */
    static boolean isFree(LoadedKit kit, Recipe recipe) {
        return isShuffled(kit, recipe)
                && Unit.of(recipe) != Unit.SECTION
                && recipe.getPinned().isEmpty()
                && recipe.getOrder().isEmpty()
                && recipe.getNeighbours().isEmpty();
    }

    /** log2 of the number of orders of what is shuffled; groups of neighbours count as one. */
    static double entropy(LoadedKit kit, Recipe recipe) {
        if (!isShuffled(kit, recipe)) {
            return 0;
        }
        long things = kit.plan().body().size()
                - recipe.getPinned().size()
                - recipe.getOrder().size();
        things -= recipe.getNeighbours().stream()
                .mapToLong(group -> group.getObjects().size() - 1)
                .sum();
        return log2Factorial(Math.max(0, things));
    }

    static double log2Factorial(long n) {
        double sum = 0;
        for (long i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum / Math.log(2);
    }
}
