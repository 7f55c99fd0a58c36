package org.karlworkbench.ui.noise;

import java.time.Duration;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.relink.KitHandler;

/** Asks how to measure, and measures many relinks of a kit. */
public final class NoiseHandler extends KitHandler {
    @Override
    protected void start(IFile kit, Recipe recipe, KitEditor editor) {
        Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        NoiseDialog dialog = new NoiseDialog(shell, KitFile.name(kit));
        if (dialog.open() != Window.OK) {
            return;
        }
        KernelCommand command = new KernelCommand(dialog.command(), Duration.ofSeconds(dialog.seconds()));
        Recipe settings = recipe == null ? null : EcoreUtil.copy(recipe);
        new NoiseJob(kit, settings, dialog.count(), dialog.warmUps(), command).schedule();
    }
}
