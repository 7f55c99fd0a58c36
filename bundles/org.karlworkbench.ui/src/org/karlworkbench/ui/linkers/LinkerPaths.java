package org.karlworkbench.ui.linkers;

import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The paths of linkers that a person named in the preferences. They are kept with the workspace's own settings and
 * nowhere else: a kit, recipe or project, which may come from anybody, cannot name a program.
 */
public final class LinkerPaths {
    private static final String PREFIX = "linker.";

    private LinkerPaths() {}

    /**
     * The path that is named for a linker.
     *
     * @param kind which linker
     * @return the path as it was typed, or empty for the one on the PATH
     */
    public static Optional<String> of(LinkerKind kind) {
        return Optional.of(preferences().get(key(kind), "")).filter(path -> !path.isEmpty());
    }

    /**
     * Names linkers.
     *
     * @param paths a path for each linker, or an empty text for the one on the PATH
     */
    public static void set(Map<LinkerKind, String> paths) {
        IEclipsePreferences preferences = preferences();
        paths.forEach((kind, path) -> {
            if (path.isEmpty()) {
                preferences.remove(key(kind));
            } else {
                preferences.put(key(kind), path);
            }
        });
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            Problems.log(e);
        }
    }

    /**
     * Tells of every change as long as a control lives.
     *
     * @param control whose life counts
     * @param changed is called on the UI thread
     */
    public static void follow(Control control, Runnable changed) {
        IEclipsePreferences preferences = preferences();
        Display display = control.getDisplay();
        IPreferenceChangeListener listener = event -> {
            if (event.getKey().startsWith(PREFIX)) {
                display.asyncExec(() -> {
                    if (!control.isDisposed()) {
                        changed.run();
                    }
                });
            }
        };
        preferences.addPreferenceChangeListener(listener);
        control.addDisposeListener(_ -> preferences.removePreferenceChangeListener(listener));
    }

    private static String key(LinkerKind kind) {
        return PREFIX + kind.architecture().name() + "." + kind.name();
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
    }
}
