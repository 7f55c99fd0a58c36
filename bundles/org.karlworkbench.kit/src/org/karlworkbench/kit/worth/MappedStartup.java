package org.karlworkbench.kit.worth;

import java.util.List;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;

/** Architectures that neither unmap nor overwrite their startup code after boot (KARL.md section C). */
final class MappedStartup implements Question {
    @Override
    public List<Finding> ask(Look look) {
        List<KitObject> head = look.objects(Role.HEAD);
        if (look.loaded().architecture().startup() != Startup.NONE || head.isEmpty()) {
            return List.of();
        }
        long functions = Look.sum(head, KitObject::getFunctions);
        return new Said(
                        Severity.INFO,
                        "startup-mapped",
                        head.getFirst().getName(),
                        "The head stays mapped after boot on " + look.kit().getArch() + ": "
                                + Look.plural(functions, "function", "functions") + " and "
                                + Look.sum(head, KitObject::getText) + " bytes of code at fixed addresses.",
                        "Its gadgets lie at the same place in every relink, and its branches into the body tell where the"
                                + " body is to whoever can read them.",
                        "Keep the head small. Nothing else can be done here: the kernel itself would have to take it away.")
                .alone();
    }
}
