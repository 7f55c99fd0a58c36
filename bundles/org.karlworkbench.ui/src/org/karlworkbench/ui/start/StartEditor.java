package org.karlworkbench.ui.start;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.lesson.LessonView;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.ShowingEditor;
import org.karlworkbench.ui.table.Shown;
import org.karlworkbench.ui.wizard.NewKitWizard;

/** What to begin with: a kit, a kernel, two kernels, a lesson, or what was open before. */
public final class StartEditor extends ShowingEditor {
    private FormToolkit toolkit;
    private ScrolledForm form;
    private Composite recent;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        toolkit = new FormToolkit(parent.getDisplay());
        form = Ids.mark(toolkit.createScrolledForm(parent), "start");
        form.setText("KARL Workbench");
        toolkit.decorateFormHeading(form.getForm());
        Composite body = form.getBody();
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .equalWidth(true)
                .margins(24, 16)
                .spacing(40, 8)
                .applyTo(body);
        Composite begin = column(body, "Begin");
        link(begin, "kit-new", "Bring a link-kit into the workspace…", "start.kit", this::newKit);
        link(begin, "kernel", "Open a kernel…", "start.kernel", this::openKernel);
        link(begin, "compare", "Compare two kernels…", "start.compare", this::compare);
        link(begin, "lesson", "Take a lesson…", "start.lesson", () -> LessonView.open(page()));
        hint(begin, "Files can also be dropped here, or named behind ./workbench.");
        recent = column(body, "Open Again");
        ((GridLayout) recent.getLayout()).numColumns = 2;
        GridDataFactory.swtDefaults().span(2, 1).applyTo(recent.getChildren()[0]);
        fillRecent();
    }

    private Composite column(Composite body, String title) {
        Composite column = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.BEGINNING)
                .applyTo(column);
        Label heading = toolkit.createLabel(column, title);
        heading.setFont(JFaceResources.getHeaderFont());
        return column;
    }

    private void hint(Composite parent, String words) {
        Label label = toolkit.createLabel(parent, words, SWT.WRAP);
        Theme.own(label, () -> {
            label.setBackground(Theme.FORM_BACKGROUND.color());
            label.setForeground(Theme.FAINT.color());
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
    }

    private ImageHyperlink link(Composite parent, String icon, String words, String id, Runnable action) {
        ImageHyperlink link = toolkit.createImageHyperlink(parent, SWT.NONE);
        link.setImage(Images.of(icon));
        link.setText(words);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> action.run()));
        Theme.own(link, () -> {
            link.setBackground(Theme.FORM_BACKGROUND.color());
            link.setForeground(Theme.LINK.color());
        });
        return Ids.mark(link, id);
    }

    private void fillRecent() {
        List<Recent> all = Recent.all();
        for (Recent each : all) {
            String icon = each.isPair() ? "compare" : each.a().toString().endsWith(".kit") ? "kit" : "kernel";
            ImageHyperlink link = link(recent, icon, Shown.line(each.title()), "start.recent", () -> each.open(page()));
            link.setToolTipText(
                    each.isPair() ? each.a() + "\n" + each.b() : each.a().toString());
            whose(KitFile.whose(each.a()));
        }
        if (all.isEmpty()) {
            hint(recent, "What was open is listed here.");
        }
    }

    /** Which of several of that name it is; shortened where there is no room for the whole. */
    private void whose(String words) {
        CLabel label = Ids.mark(new CLabel(recent, SWT.NONE), "start.whose");
        label.setText(Shown.line(words));
        label.setToolTipText(Shown.line(words));
        Theme.own(label, () -> {
            label.setBackground(Theme.FORM_BACKGROUND.color());
            label.setForeground(Theme.FAINT.color());
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(40, SWT.DEFAULT).applyTo(label);
    }

    private IWorkbenchPage page() {
        return getSite().getPage();
    }

    private void newKit() {
        NewKitWizard.open(getSite().getWorkbenchWindow(), null);
    }

    private void openKernel() {
        Path kernel = choose("Open a Kernel", null);
        if (kernel != null) {
            FileOpener.open(page(), kernel);
        }
    }

    private void compare() {
        Path first = choose("Compare: the First Kernel", null);
        Path second = first == null ? null : choose("Compare " + first.getFileName() + " With", first.getParent());
        if (second != null) {
            Opener.comparison(page(), first, second);
        }
    }

    private Path choose(String title, Path folder) {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterPath(folder == null ? null : folder.toString());
        String chosen = dialog.open();
        return chosen == null ? null : Path.of(chosen);
    }

    /** What was opened since stands in the list when the page comes to the front again. */
    @Override
    public void setFocus() {
        Control[] children = recent.getChildren();
        for (int i = 1; i < children.length; i++) { // the heading stays
            children[i].dispose();
        }
        fillRecent();
        Theme.style(recent);
        form.reflow(true);
        form.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
