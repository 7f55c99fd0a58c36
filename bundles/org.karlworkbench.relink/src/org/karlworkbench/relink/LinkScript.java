package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.TextBase;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.model.Recipe;

/**
 * A kit's linker script as a linker gets it. It is the kit's own file, unless something in it has to be said in other
 * words: OpenBSD's segment types, which GNU ld does not know by name, and {@code gap.o}, which is not in the kit's
 * folder here (an old one there must not be taken for it).
 *
 * @param argument what follows {@code -T}
 * @param name the script's name in the kit, for messages and the ledger
 * @param translated what was said in other words
 */
record LinkScript(String argument, String name, List<Translated> translated) {
    /** Numbers of segment types from OpenBSD's sys/exec_elf.h. */
    private static final Map<String, String> SEGMENT_TYPES = Map.of(
            "PT_OPENBSD_MUTABLE", "0x65a3dbe5",
            "PT_OPENBSD_RANDOMIZE", "0x65a3dbe6",
            "PT_OPENBSD_WXNEEDED", "0x65a3dbe7",
            "PT_OPENBSD_NOBTCFI", "0x65a3dbe8",
            "PT_OPENBSD_SYSCALLS", "0x65a3dbe9",
            "PT_OPENBSD_BOOTDATA", "0x65a41be6");

    private static final Pattern WORDS = Pattern.compile("\\bPT_OPENBSD_[A-Z]+\\b|(?<![\\w./*?+-])gap\\.o(?![\\w.])");
    private static final Pattern ASSERT = Pattern.compile("\\bASSERT\\s*\\([^\"]*\"([^\"]*)\"");

    /** The gap lies in a folder of its own, and a pattern makes no linker look for a file. */
    private static final String GAP_PATTERN = "*/gap.o";

    /** No script: the linker's own. */
    static final LinkScript NONE = new LinkScript(null, null, List.of());

    /**
     * The address at which the text begins, where a symbol of the script gives it.
     *
     * @param how which symbol
     * @param address its new value, 0x and hexadecimal digits
     */
    record Base(TextBase how, String address) {
        /** The one that a recipe sets for a kit; null where it sets none or a flag does so. */
        static Base of(LoadedKit kit, Recipe recipe) {
            String address = recipe.getTextBase();
            boolean set =
                    address != null && !address.isEmpty() && kit.textBase().symbol() != null;
            return set ? new Base(kit.textBase(), address) : null;
        }

        private String set(String text, List<Translated> changes) {
            changes.add(new Translated(how.symbol(), address));
            return how.changed(text, address);
        }
    }

    /**
     * Prepares the script.
     *
     * @param kit the kit's folder
     * @param name the script's name there, or null
     * @param base what the text's address is set to, or null
     * @param work where a changed copy goes
     * @throws EngineException when it cannot be read or written
     */
    static LinkScript prepare(Path kit, String name, Base base, Path work) throws EngineException {
        if (name == null) {
            return NONE;
        }
        List<Translated> changes = new ArrayList<>();
        String changed = text(kit, name, base, changes);
        if (changes.isEmpty()) {
            return new LinkScript(name, name, List.of());
        }
        Path copy = work.resolve("ld.script");
        try {
            Files.writeString(copy, changed, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw EngineException.io(copy, e);
        }
        return new LinkScript(copy.toString(), name, List.copyOf(changes));
    }

    /**
     * A kit's script as a linker gets it, without a file.
     *
     * @param kit the kit's folder
     * @param name the script's name there
     * @param base what the text's address is set to, or null
     * @param changes gets what is said in other words
     * @throws EngineException when it cannot be read
     */
    static String text(Path kit, String name, Base base, List<Translated> changes) throws EngineException {
        String text = read(kit.resolve(name));
        return translate(base == null ? text : base.set(text, changes), changes);
    }

    /**
     * What the script's assertions say when they fail.
     *
     * @param kit the kit's folder
     * @throws EngineException when the script cannot be read
     */
    List<String> asserts(Path kit) throws EngineException {
        if (argument == null) {
            return List.of();
        }
        return ASSERT.matcher(read(kit.resolve(argument)))
                .results()
                .map(each -> each.group(1).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The text in other words; each kind of change is added to the list once. */
    static String translate(String text, List<Translated> changes) {
        Matcher words = WORDS.matcher(text);
        return words.replaceAll(match -> {
            String from = match.group();
            String to = from.equals(GapObject.NAME) ? GAP_PATTERN : SEGMENT_TYPES.get(from);
            if (to == null) {
                return Matcher.quoteReplacement(from); // unknown here: the linker says what it thinks of it
            }
            Translated change = new Translated(from, to);
            if (!changes.contains(change)) {
                changes.add(change);
            }
            return Matcher.quoteReplacement(to);
        });
    }

    /** A script as text in which every byte is a character. */
    static String read(Path file) throws EngineException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
