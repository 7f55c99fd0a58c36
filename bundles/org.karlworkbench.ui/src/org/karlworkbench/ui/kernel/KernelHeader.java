package org.karlworkbench.ui.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.StartupRange;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.Shown;

/** The lines above a kernel's map: what the file is, its gaps, and what could not be read of it. */
final class KernelHeader extends Composite {
    private final Label what;
    private final Label gaps;
    private final Label startup;
    private final CLabel problem;
    private Layout shown;

    KernelHeader(Composite parent, AddressMap map, Supplier<String> title, ColourMenu colours, IAction play) {
        super(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(6, 3)
                .spacing(4, 2)
                .applyTo(this);
        what = line("kernel.what", 1);
        ToolBarManager tools = Maps.tools(this, map, title, colours);
        tools.add(play);
        tools.update(true);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).span(1, 3).applyTo(tools.getControl());
        gaps = line("kernel.gaps", 1);
        startup = line("kernel.startup", 1);
        problem = Ids.mark(new CLabel(this, SWT.NONE), "kernel.problem");
        problem.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(200, SWT.DEFAULT)
                .exclude(true)
                .applyTo(problem);
        problem.setVisible(false);
        Runnable measured = this::showStartup;
        MeasuredStartup.listen(measured);
        addDisposeListener(_ -> MeasuredStartup.forget(measured));
    }

    private Label line(String id, int span) {
        Label label = Ids.mark(new Label(this, SWT.WRAP), id);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .span(span, 1)
                .hint(200, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    /** What happens to the startup code, and what the last run of this kernel found. */
    private void showStartup() {
        if (shown == null) {
            return;
        }
        StartupRange range = shown.startup().orElse(null);
        String found = MeasuredStartup.of(shown.kernel())
                .map(state -> "  ·  in the last run: " + StartupWords.found(state))
                .orElse("");
        startup.setText(
                range == null
                        ? "Startup code: unknown, there is no endboot"
                        : "Startup code: " + StartupWords.pages(range) + found);
        startup.setToolTipText(range == null ? null : StartupWords.readable(range));
        startup.requestLayout(); // which may need another line
    }

    void show(Layout layout) {
        shown = layout;
        showStartup();
        what.setText(what(layout));
        gaps.setText(gaps(layout));
        List<String> problems = layout.problems();
        if (!problems.isEmpty()) {
            problem.setText(Shown.line(String.join("; ", problems)));
            problem.setToolTipText(String.join("\n", problems));
            problem.setVisible(true);
            ((org.eclipse.swt.layout.GridData) problem.getLayoutData()).exclude = false;
        }
        requestLayout();
    }

    private static String what(Layout layout) {
        List<String> words = new ArrayList<>();
        layout.architecture().map(Architecture::name).ifPresent(words::add);
        words.add((layout.header().is64() ? "ELF64" : "ELF32") + ", "
                + (layout.header().order() == java.nio.ByteOrder.LITTLE_ENDIAN ? "little" : "big") + "-endian");
        words.add(Formats.brief(layout.fileSize()));
        words.add("entry " + Formats.hex(layout.header().entry()));
        layout.entry()
                .ifPresent(
                        entry -> words.add("linked by " + Formats.linker(entry.getLinker(), entry.getLinkerVersion())));
        return String.join("  ·  ", words);
    }

    private static String gaps(Layout layout) {
        List<String> words = new ArrayList<>();
        for (GapName gap : GapName.values()) {
            OptionalLong size = layout.gap(gap);
            if (size.isPresent()) {
                words.add(gap.label() + " " + Formats.count(size.getAsLong()));
            }
        }
        String end = layout.endboot() == -1 ? "" : "endboot " + Formats.hex(layout.endboot());
        if (words.isEmpty()) {
            return end.isEmpty() ? "No gaps are known" : end;
        }
        return "Gaps in bytes: " + String.join(", ", words) + (end.isEmpty() ? "" : "  ·  " + end);
    }
}
