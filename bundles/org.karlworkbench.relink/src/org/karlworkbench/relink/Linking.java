package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Translation;
import org.karlworkbench.layout.Places;

/** How one kernel gets linked: by a program, or by the linker that is built in. */
sealed interface Linking permits ProgramLinking, BuiltInLinking {
    /**
     * A kernel that was linked.
     *
     * @param kernel its file
     * @param image all its bytes if they are in memory, else null; not to be changed
     * @param placing tells where everything lies in it
     */
    record Linked(Path kernel, byte[] image, Placing placing) {}

    /** Tells where everything lies, once the kernel is read. */
    interface Placing {
        Places in(ElfFile kernel);
    }

    /** The way of a linker, into a folder to work in; {@code alone} if no other relink wants the processors. */
    static Linking of(LoadedKit kit, Preparation prepared, Staging staging, boolean alone) {
        return prepared.tool().isBuiltIn()
                ? new BuiltInLinking(kit, prepared, staging, alone)
                : new ProgramLinking(kit, prepared, staging);
    }

    /** The flags as a linker would get them for a kit, without programs, objects and files of this machine. */
    static List<String> flags(LoadedKit kit, LinkerTool tool, Translation flags) {
        if (!tool.isBuiltIn()) {
            return KernelLink.flags(kit, Preparation.driver(kit, tool), flags);
        }
        List<String> words = new ArrayList<>(flags.args());
        if (flags.script() != null) {
            words.add("-T");
            words.add(flags.script());
        }
        return words;
    }

    /**
     * Makes the gap.
     *
     * @param plan what it has to be
     * @param progress told the linker's words, asked for cancel
     */
    ObjectFile gap(GapPlan plan, Progress progress) throws EngineException;

    /**
     * Links.
     *
     * @param script the script as the linker gets it
     * @param draw the order of objects and sections
     * @param plan the gap, or null
     * @param gap what was made of it, or null
     * @param progress told the linker's words, asked for cancel
     */
    Linked link(LinkScript script, Draw draw, GapPlan plan, ObjectFile gap, Progress progress) throws EngineException;
}
