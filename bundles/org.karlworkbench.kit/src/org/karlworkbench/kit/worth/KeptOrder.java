package org.karlworkbench.kit.worth;

import java.util.List;
import org.karlworkbench.kit.KitPlace;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;

/** Kernels that keep their order, as SMALL_KERNEL does so that ramdisks compress well: nothing but the gap is random. */
final class KeptOrder implements Question {
    private static final String MAKEFILE = "Makefile";

    @Override
    public List<Finding> ask(Look look) {
        if (look.loaded().plan().shuffled()) {
            return List.of();
        }
        KitPlace makefile = KitPlace.of(look.loaded().origin(), look.loaded().folder(), MAKEFILE, 0);
        return List.of(new Said(
                        Severity.WARNING,
                        "order-kept",
                        MAKEFILE,
                        "The Makefile keeps the order of all "
                                + look.loaded().objects().size() + " objects, as for a kernel with SMALL_KERNEL.",
                        "Every relink has the same order: one address gives away all others.",
                        "Take a configuration without SMALL_KERNEL where the kernel is to stay in use.")
                .finding(makefile));
    }
}
