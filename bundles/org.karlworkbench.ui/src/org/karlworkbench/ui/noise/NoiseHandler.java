package org.karlworkbench.ui.noise;

import java.time.Duration;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.relink.KitHandler;

/** Asks how to measure, and measures many relinks of a kit. */
public final class NoiseHandler extends KitHandler {
    @Override
    protected void start(IFile kit, Recipe recipe, KitEditor editor) {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        NoiseDialog dialog = new NoiseDialog(page.getWorkbenchWindow().getShell(), KitFile.name(kit));
        if (dialog.open() != Window.OK) {
            return;
        }
        KernelCommand command = new KernelCommand(dialog.command(), Duration.ofSeconds(dialog.seconds()));
        Recipe settings = recipe == null ? null : EcoreUtil.copy(recipe);
        try {
            NoiseView view = (NoiseView) page.showView(Ids.NOISE_VIEW);
            view.start(new NoiseJob(kit, settings, dialog.count(), dialog.warmUps(), command));
        } catch (PartInitException e) {
            Problems.log(e);
        }
    }
}
