package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;

/** Whether a kit has a symbol at which a kernel could start. Linkers only warn when it has not, and start elsewhere. */
final class EntrySymbol {
    private EntrySymbol() {}

    /** Whether an object defines it for all others, or the script assigns it. */
    static boolean isDefined(LoadedKit kit, String name) {
        return kit.objects().stream().anyMatch(object -> defines(object.symbols(), name)) || isAssigned(kit, name);
    }

    private static boolean defines(Symbols symbols, String name) {
        int found = symbols.find(name);
        return found > 0 && symbols.section(found) != Symbols.UNDEFINED && symbols.binding(found) != Elf.STB_LOCAL;
    }

    private static boolean isAssigned(LoadedKit kit, String name) {
        if (kit.script() == null) {
            return false;
        }
        Path script = kit.folder().resolve(kit.script());
        Pattern assignment = Pattern.compile("(?<![\\w.$])" + Pattern.quote(name) + "\\s*=(?!=)");
        try {
            return assignment
                    .matcher(Files.readString(script, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            return false; // the linker will say that the script is gone
        }
    }
}
