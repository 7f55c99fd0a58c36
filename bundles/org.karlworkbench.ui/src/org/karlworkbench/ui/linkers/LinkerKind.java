package org.karlworkbench.ui.linkers;

import java.util.List;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;

/**
 * One of the linkers that can link an architecture, whether or not it is on this machine.
 *
 * @param architecture what it links
 * @param name {@code ld} or {@code lld}
 */
public record LinkerKind(Architecture architecture, String name) {

    /** All of the catalogue, an architecture's own linker first. */
    public static List<LinkerKind> all() {
        return Architectures.all().stream()
                .flatMap(architecture -> of(architecture).stream())
                .toList();
    }

    /** Those of an architecture, its own first. */
    static List<LinkerKind> of(Architecture architecture) {
        return LinkerTools.names(architecture).stream()
                .map(name -> new LinkerKind(architecture, name))
                .toList();
    }

    /** The linker's name as people know it. */
    public String title() {
        return title(name);
    }

    /**
     * A linker's name as people know it.
     *
     * @param name {@code ld}, {@code lld} or {@code builtin}
     */
    public static String title(String name) {
        return switch (name) {
            case LinkerTool.GNU -> "GNU ld";
            case "builtin" -> "built-in linker";
            default -> name;
        };
    }

    /** What tells it from all others, in words. */
    String words() {
        return title() + " for " + architecture.name();
    }
}
