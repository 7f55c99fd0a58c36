package org.karlworkbench.kit.worth;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;

/**
 * A kit that is looked at.
 *
 * @param loaded what was read of it
 * @param kit the same with its objects' figures
 */
record Look(LoadedKit loaded, LinkKit kit) {
    /** The linked objects of a role, in the Makefile's order. */
    List<KitObject> objects(Role role) {
        return kit.getObjects().stream()
                .filter(object -> object.getRole() == role)
                .toList();
    }

    /** All functions of the kernel. */
    long functions() {
        return sum(
                kit.getObjects().stream()
                        .filter(object -> object.getRole() != Role.UNLISTED)
                        .toList(),
                KitObject::getFunctions);
    }

    static long sum(List<KitObject> objects, ToLongFunction<KitObject> figure) {
        return objects.stream().mapToLong(figure).sum();
    }

    /** Part of a whole in words, such as {@code 12 %}. */
    static String share(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        return percent > 0 && percent < 1 ? "less than 1 %" : String.format(Locale.ROOT, "%d %%", Math.round(percent));
    }

    /** "1 object" or "2400 objects". */
    static String plural(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
