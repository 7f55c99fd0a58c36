package org.karlworkbench.ui.linkers;

import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.ui.Formats;

/**
 * What was found out about a linker, in the words of the preferences.
 *
 * @param state how far that is
 * @param program the program's path
 * @param version its number
 * @param ability what it can do, or why it can do nothing
 */
record FoundLinker(State state, String program, String version, String ability) {

    /** How far it is known. */
    enum State {
        /** Nobody knows yet. */
        LOOKING,
        /** It can be used. */
        HERE,
        /** There is none on the PATH that could be used. */
        MISSING,
        /** The named path cannot be used. */
        WRONG
    }

    /** What stands in a table before anything is found. */
    static FoundLinker looking(String named) {
        return new FoundLinker(State.LOOKING, named, "looking\u2026", "");
    }

    /** What stands there when a person has cancelled the search. */
    static FoundLinker cancelled(String named) {
        return useless(named, named, "the search was cancelled");
    }

    /** Looks for a linker; starts it, so not for the UI thread. */
    static FoundLinker look(LinkerKind kind, String named) {
        try {
            Optional<LinkerTool> tool = named.isEmpty()
                    ? LinkerTools.find(kind.architecture(), kind.name())
                    : Optional.of(Linkers.at(named, kind));
            return tool.isPresent() ? here(kind, named, tool.get()) : missing(kind);
        } catch (EngineException e) {
            return useless(named, e.file(), e.getMessage());
        }
    }

    private static FoundLinker here(LinkerKind kind, String named, LinkerTool tool) throws EngineException {
        String program = tool.path().toString();
        String target = kind.architecture().emulation(kind.name()).orElse("");
        if (!tool.links(kind.architecture())) {
            return useless(named, program, "cannot link " + target);
        }
        String limit = tool.relaxes(kind.architecture()) ? "" : ", without relaxation";
        return new FoundLinker(State.HERE, program, Formats.version(tool.version()), "links " + target + limit);
    }

    private static FoundLinker missing(LinkerKind kind) {
        String cure = LinkerTools.debianPackage(kind.architecture(), kind.name())
                .map(brings -> "Debian package " + brings + " brings it")
                .orElse("");
        return new FoundLinker(State.MISSING, "missing", "", cure);
    }

    private static FoundLinker useless(String named, String program, String why) {
        return new FoundLinker(named.isEmpty() ? State.MISSING : State.WRONG, program, "", why);
    }

    boolean is(State other) {
        return state == other;
    }
}
