package org.karlworkbench.ui.noise;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.ShowingEditor;

/** Shows what was measured of many relinks. The file is read in a Job and never changed. */
public final class NoiseEditor extends ShowingEditor {
    private Stack stack;
    private NoiseView view;
    private FeatureOpener opener;
    private NoiseFile shown;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        takeFile(site, input);
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "noise.message");
        Reading reading = new Reading(stack.control());
        view = new NoiseView(stack.control(), getPartName(), this::open);
        opener = new FeatureOpener(getSite().getPage(), new Reading(view), view::say);
        Path file = Selected.path(getEditorInput());
        stack.say("Reading " + getPartName() + "…");
        reading.start("Reading " + file.getFileName(), _ -> NoiseFile.read(file), this::show, stack::fail);
    }

    private void show(NoiseFile noise) {
        shown = noise;
        view.show(noise);
        stack.show(view);
    }

    private void open(NoiseResult.Feature feature) {
        IFile kit = getEditorInput() instanceof IFileEditorInput input && shown.kit() != null
                ? KitFile.beside(input.getFile(), shown.kit())
                : null;
        if (kit == null || !kit.exists()) {
            view.say("The kit of this measurement does not lie beside it, so that there is no map to show it on.");
        } else {
            opener.open(kit, feature.name());
        }
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }
}
