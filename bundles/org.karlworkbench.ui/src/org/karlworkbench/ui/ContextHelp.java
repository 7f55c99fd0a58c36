package org.karlworkbench.ui;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.help.HelpSystem;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;

/** What F1 tells: contexts.xml of the bundle org.karlworkbench.help has words and pages for each name used here. */
public final class ContextHelp {
    private static final String PREFIX = "org.karlworkbench.ui.";

    private ContextHelp() {}

    /**
     * Has F1 in a control, and in all that it holds, tell something.
     *
     * @param control the control
     * @param name the name of the context
     */
    public static void on(Control control, String name) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, PREFIX + name);
    }

    /**
     * Has F1 in a view or an editor tell about it. The context has the name of the part.
     *
     * @param control what holds the part's controls
     * @param site of the part
     */
    public static void on(Control control, IWorkbenchPartSite site) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, site.getId());
    }

    /**
     * Has F1 in a field tell about the field, where docs/fields.md does; elsewhere it tells about what is around it. Fields are
     * known by their names, so that nothing has to be said where they are made.
     *
     * @param focus the control that has the focus
     */
    static void onField(Control focus) {
        Control named = focus;
        while (named != null && named.getData(Ids.KEY) == null) {
            named = named.getParent();
        }
        if (named != null) {
            field(named.getData(Ids.KEY).toString())
                    .ifPresent(
                            context -> PlatformUI.getWorkbench().getHelpSystem().setHelp(focus, context));
        }
    }

    /**
     * The context about a field.
     *
     * @param name what {@link Ids#mark} has named it
     * @return empty if docs/fields.md has nothing about it
     */
    public static Optional<String> field(String name) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        if (first < 0) {
            return Optional.empty();
        }
        String area = name.substring(0, first);
        String kind = name.substring(last);
        return Stream.of(name, area + ".*" + kind, "*" + kind, name.substring(0, last) + ".*", area + ".*")
                .map(each -> PREFIX + "field-" + each.replace('.', '-').replace("*", "any"))
                .filter(context -> HelpSystem.getContext(context) != null)
                .findFirst();
    }
}
