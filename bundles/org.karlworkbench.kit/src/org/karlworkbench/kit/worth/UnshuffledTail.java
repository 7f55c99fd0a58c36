package org.karlworkbench.kit.worth;

import java.util.Comparator;
import java.util.List;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;

/** Objects that escape the shuffle at the end: swapgeneric.o, and members of libraries that stand behind the body. */
final class UnshuffledTail implements Question {
    @Override
    public List<Finding> ask(Look look) {
        List<KitObject> tail = look.objects(Role.TAIL);
        long functions = Look.sum(tail, KitObject::getFunctions);
        if (functions == 0 || !look.loaded().plan().shuffled()) {
            return List.of(); // data alone tells little, and where nothing is shuffled nothing escapes
        }
        String largest = tail.stream()
                .max(Comparator.comparingInt(KitObject::getFunctions))
                .orElseThrow()
                .getName();
        String others = tail.size() == 1 ? "" : " and " + (tail.size() - 1) + " more";
        return new Said(
                        Severity.INFO,
                        "escapes-shuffle",
                        largest,
                        "This object" + others + " escape" + (tail.size() == 1 ? "s" : "")
                                + " the shuffle at the end of the kernel: "
                                + Look.plural(functions, "function", "functions") + ", "
                                + Look.share(functions, look.functions()) + " of all.",
                        "What stands last moves only by the gaps and by what alignment adds: its distance to the end of its"
                                + " section is the same in every relink.",
                        "List what need not stand last in OBJS, members of libraries as objects too.")
                .alone();
    }
}
