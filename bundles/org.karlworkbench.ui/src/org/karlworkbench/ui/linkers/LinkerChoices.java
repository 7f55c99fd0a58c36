package org.karlworkbench.ui.linkers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * The paths as they are typed in the preferences, not yet stored, and what was found out about each linker. To be used on
 * the UI thread; what takes time is done in Jobs.
 */
final class LinkerChoices {
    /** A program is asked who it is when nobody has typed for so long: half a path may be another program's. */
    private static final int PAUSE = 400;

    private final List<LinkerKind> kinds = LinkerKind.all();
    private final Map<LinkerKind, String> stored = new LinkedHashMap<>();
    private final Map<LinkerKind, String> named = new LinkedHashMap<>();
    private final Map<LinkerKind, FoundLinker> found = new HashMap<>();
    private final Map<LinkerKind, LinkerSearch> searches = new HashMap<>();
    private final Control owner;
    private final Display display;
    private final Runnable changed;

    /**
     * The choices that are stored.
     *
     * @param owner as long as it lives it is looked for linkers
     * @param changed is told on the UI thread when there is more to show
     */
    LinkerChoices(Control owner, Runnable changed) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.changed = changed;
        kinds.forEach(kind -> stored.put(kind, LinkerPaths.of(kind).orElse("")));
        owner.addDisposeListener(_ -> stop());
        look(stored, 0);
    }

    List<LinkerKind> kinds() {
        return kinds;
    }

    String named(LinkerKind kind) {
        return named.get(kind);
    }

    FoundLinker found(LinkerKind kind) {
        return found.get(kind);
    }

    /** Names the program of one linker; an empty path takes the one on the PATH. */
    void name(LinkerKind kind, String path) {
        LinkerSearch before = searches.get(kind);
        if (before != null && before.single()) {
            before.cancel();
        }
        look(Map.of(kind, path), PAUSE);
        changed.run();
    }

    /** Takes the linkers on the PATH again, all of them. */
    void forget() {
        stop();
        Map<LinkerKind, String> none = new LinkedHashMap<>();
        kinds.forEach(kind -> none.put(kind, ""));
        look(none, 0);
        changed.run();
    }

    private void look(Map<LinkerKind, String> paths, int delay) {
        LinkerSearch search = new LinkerSearch(paths, this::tell);
        paths.forEach((kind, path) -> {
            named.put(kind, path);
            found.put(kind, FoundLinker.looking(path));
            searches.put(kind, search);
        });
        search.schedule(delay);
    }

    private void tell(LinkerSearch by, LinkerKind kind, FoundLinker what) {
        display.asyncExec(() -> take(by, kind, what));
    }

    /** An answer to an older question is of no use. */
    private void take(LinkerSearch by, LinkerKind kind, FoundLinker what) {
        if (!owner.isDisposed() && searches.get(kind) == by) {
            found.put(kind, what);
            changed.run();
        }
    }

    private void stop() {
        searches.values().forEach(LinkerSearch::cancel);
    }

    /** The first linker whose path cannot be used. */
    Optional<LinkerKind> wrong() {
        return kinds.stream()
                .filter(kind -> found(kind).is(FoundLinker.State.WRONG))
                .findFirst();
    }

    /** Whether all that was typed can be stored. What is stored already stands in nobody's way. */
    boolean sound() {
        return kinds.stream()
                .filter(kind ->
                        !named(kind).equals(stored.get(kind)) && !named(kind).isEmpty())
                .allMatch(kind -> found(kind).is(FoundLinker.State.HERE));
    }

    void store() {
        LinkerPaths.set(named);
        stored.putAll(named);
    }
}
