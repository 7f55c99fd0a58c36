package org.karlworkbench.relink;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.Settings;
import org.karlworkbench.linker.Template;
import org.karlworkbench.linker.script.ScriptParser;

/** The built-in linkers of the kits that are open: what all links of a kit share is kept while the kit is. */
final class KeptLinkers {
    private static final Map<LoadedKit, SoftReference<Made>> MADE = new WeakHashMap<>();

    private KeptLinkers() {}

    /** By what a linker for a kit is known. */
    private record Words(String script, List<String> flags) {}

    /** The linker that was made last for a kit: other settings are tried one after the other, not side by side. */
    private record Made(Words words, BuiltInLinker linker) {}

    /**
     * The linker of a kit; made if the one that is kept is of other words.
     *
     * @param kit the kit
     * @param name the script's name in the kit
     * @param text the script
     * @param flags the flags, in lld's words
     * @param progress told of two phases if it is made; asked for cancel
     * @throws EngineException for what it does not know, or a kit that cannot be bound
     */
    static BuiltInLinker of(LoadedKit kit, String name, String text, List<String> flags, Progress progress)
            throws EngineException {
        Words words = new Words(text, flags);
        synchronized (MADE) {
            SoftReference<Made> kept = MADE.get(kit);
            Made known = kept == null ? null : kept.get();
            if (known == null || !known.words().equals(words)) {
                Template template = Template.of(kit, ScriptParser.parse(name, text), Settings.of(flags), progress);
                known = new Made(words, new BuiltInLinker(template));
                MADE.put(kit, new SoftReference<>(known)); // it refers to the kit, which shall go when nobody else does
            }
            return known.linker();
        }
    }

    /** Whether the linker that was made last for a kit binds all draws alike; not if none is kept. */
    static boolean isSettled(LoadedKit kit) {
        synchronized (MADE) {
            SoftReference<Made> kept = MADE.get(kit);
            Made known = kept == null ? null : kept.get();
            return known != null && known.linker().isSettled();
        }
    }

    /** Refuses a kit without a script, for which other linkers have one of their own. */
    static void requireScript(LoadedKit kit, String script) throws EngineException {
        if (script == null) {
            throw new EngineException(
                    "unlinkable",
                    kit.folder().toString(),
                    null,
                    "the kit has no linker script, without which the built-in linker does not link",
                    "link it with lld or ld");
        }
    }
}
