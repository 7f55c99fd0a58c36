package org.karlworkbench.kit.worth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.FlagLines;
import org.karlworkbench.kit.KitFlags;
import org.karlworkbench.kit.KitPlace;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;

/** Flags of the kit that a linker is not given, since it does not know them or they are not on the allow-list. */
final class DroppedFlags implements Question {
    private static final String MAKEFILE = "Makefile";

    @Override
    public List<Finding> ask(Look look) throws EngineException {
        Map<String, List<String>> dropped = dropped(look.loaded());
        if (dropped.isEmpty()) {
            return List.of();
        }
        FlagLines lines = FlagLines.of(look.loaded().folder().resolve(MAKEFILE));
        List<Finding> findings = new ArrayList<>();
        dropped.forEach((flag, linkers) -> findings.add(finding(look.loaded(), flag, linkers, lines.lineOf(flag))));
        return findings;
    }

    /** Each flag, and the linkers that do not get it. */
    private static Map<String, List<String>> dropped(LoadedKit kit) {
        Architecture architecture = kit.architecture();
        Map<String, List<String>> dropped = new LinkedHashMap<>();
        for (String linker : List.of("ld", "lld")) {
            String emulation = architecture.emulation(linker).orElse(null);
            if (emulation != null) {
                KitFlags.translate(kit.plan().flags(), linker, kit.folder(), _ -> emulation)
                        .dropped()
                        .forEach(flag -> dropped.computeIfAbsent(flag, _ -> new ArrayList<>())
                                .add(linker));
            }
        }
        return dropped;
    }

    private static Finding finding(LoadedKit kit, String flag, List<String> linkers, int line) {
        boolean unset = line == 0;
        return new Said(
                        Severity.INFO,
                        "dropped-flag",
                        flag,
                        "LINKFLAGS: " + flag + " is not given to " + String.join(" and ", linkers) + ".",
                        "The kernel that is linked here may differ in what this flag does from one that OpenBSD's own"
                                + " linker makes.",
                        "Nothing needs to be done; a recipe's addFlags can give another flag in its place.")
                .finding(unset ? new KitPlace(null, null) : KitPlace.of(kit.origin(), kit.folder(), MAKEFILE, line));
    }
}
