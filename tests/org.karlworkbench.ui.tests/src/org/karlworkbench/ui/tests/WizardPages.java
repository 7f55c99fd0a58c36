package org.karlworkbench.ui.tests;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;

/** The wizard New Link-Kit, as it is clicked through. */
final class WizardPages {
    private WizardPages() {}

    /** Opens the wizard from the tool bar and fills in where the kit is. */
    static void open(Path place) {
        Windows.tool("Brings a link-kit");
        Robot.fill(Windows.field("newkit.place"), place.toString());
    }

    static void name(String name) {
        Robot.fill(Windows.field("newkit.name"), name);
    }

    static void project(String name) {
        Combo combo = Windows.control("newkit.project", Combo.class);
        Robot.click(combo, 20, Ui.get(() -> combo.getSize().y / 2));
        Robot.key("ctrl+a");
        Robot.type(name);
        Ui.until("the project is " + name, () -> combo.getText().equals(name));
    }

    /** Goes to the page with the findings and waits until the kit has been read. */
    static void next() {
        Button next = Windows.button("Next >");
        Ui.until("Next is on", next::isEnabled);
        Robot.click(next);
        Ui.until(
                "the kit has been read",
                () -> Windows.shows("newkit.summary") && !summary().isEmpty());
        Jobs.ended("Reading");
    }

    static String summary() {
        return Windows.label("newkit.summary");
    }

    /** What the wizard's title area complains about, null when it does not. */
    static String error() {
        return Ui.get(() -> dialog().getErrorMessage() == null
                ? dialog().getCurrentPage().getErrorMessage()
                : dialog().getErrorMessage());
    }

    static boolean canFinish() {
        Button finish = Windows.button("Finish");
        return Ui.get(finish::isEnabled);
    }

    /** Finishes; the kit's file must be there then. */
    static IFile finish(String project, String name) {
        Button finish = Windows.button("Finish");
        Ui.until("Finish is on", finish::isEnabled);
        Robot.click(finish);
        IFile kit = ResourcesPlugin.getWorkspace().getRoot().getProject(project).getFile(name + ".kit");
        Ui.until("the wizard is closed", finish::isDisposed);
        Ui.until("the workspace has " + name, kit::exists);
        return kit;
    }

    static void cancel() {
        Button cancel = Windows.button("Cancel");
        Robot.click(cancel);
        Ui.until("the wizard is closed", cancel::isDisposed);
    }

    /** Makes a kit from a folder or an archive. */
    static IFile make(Path place, String project, String name) {
        open(place);
        project(project);
        name(name);
        next();
        return finish(project, name);
    }

    /** The wizard that is open; to be used on the UI thread. */
    static WizardDialog dialog() {
        for (Shell shell : Ui.display().getShells()) {
            if (shell.isVisible() && shell.getData() instanceof WizardDialog dialog) {
                return dialog;
            }
        }
        throw new IllegalStateException("no wizard is open");
    }
}
