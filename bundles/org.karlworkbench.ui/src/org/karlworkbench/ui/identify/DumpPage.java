package org.karlworkbench.ui.identify;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.debug.memory.Identifier;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.WorkspaceKits;

/** Asks for the dump, for the kernel that it may have run, and for the kits among whose relinks it is searched. */
final class DumpPage extends HelpfulPage {

    private final Path given;
    private final IFile proposed;
    private final List<IFile> kits = WorkspaceKits.all();
    private Text dump;
    private Text kernel;
    private Combo kit;

    /**
     * A page that is not shown yet.
     *
     * @param given the dump, or null
     * @param proposed the kit that is worked on, or null
     */
    DumpPage(Path given, IFile proposed) {
        super("dump", "Memory Dump");
        this.given = given;
        this.proposed = proposed;
        setDescription("Raw memory, an ELF core file of an emulator, or the core file of savecore(8).");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "identify");
        GridLayoutFactory.swtDefaults().numColumns(3).margins(8, 8).applyTo(page);
        dump = file(page, "&Dump:", "Memory dump", "identify.dump");
        kernel = file(page, "&Kernel that may have run:", "Kernel that may have run", "identify.kernel");
        kernel.setMessage("for bsd.0.core the file bsd.0 beside it");
        new Label(page, SWT.NONE).setText("&Search:");
        kit = Spoken.name(Ids.mark(new Combo(page, SWT.READ_ONLY), "identify.kit"), "Search");
        kit.setItems(Stream.concat(
                        Stream.of("The relinks of all kits"),
                        kits.stream().map(each -> "The relinks of " + KitFile.name(each)))
                .toArray(String[]::new));
        kit.select(kits.indexOf(proposed) + 1);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(kit);
        Label note = new Label(page, SWT.WRAP);
        note.setText("If no relink fits, order and gaps are recovered from memory by the objects of the kit.");
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .hint(420, SWT.DEFAULT)
                .indent(0, 8)
                .applyTo(note);
        setControl(page);
        dump.addListener(SWT.Modify, _ -> dumpChanged());
        kernel.addListener(SWT.Modify, _ -> check());
        if (given != null) {
            dump.setText(given.toString());
        }
        check();
        setErrorMessage(null);
    }

    private Text file(Composite page, String label, String words, String id) {
        new Label(page, SWT.NONE).setText(label);
        Text text = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), id), words);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(text);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("File…");
        browse.addListener(SWT.Selection, _ -> {
            FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
            dialog.setText(words);
            String chosen = dialog.open();
            if (chosen != null) {
                text.setText(chosen);
            }
        });
        return text;
    }

    /** The kernel that savecore(8) puts beside a core file is proposed. */
    private void dumpChanged() {
        Path file = path(dump);
        Path beside = file == null ? null : Identifier.kernelBeside(file);
        if (beside != null) {
            kernel.setText(beside.toString());
        }
        check();
    }

    private static Path path(Text text) {
        try {
            String typed = text.getText().strip();
            return typed.isEmpty() ? null : Path.of(typed);
        } catch (InvalidPathException _) {
            return Path.of("\u2205"); // no path at all, and so no file
        }
    }

    private void check() {
        String error = isFile(dump)
                ? kernel.getText().isBlank() || isFile(kernel) ? null : "There is no such kernel."
                : "There is no such dump.";
        boolean prompt = dump.getText().isBlank();
        setMessage(prompt ? "Choose a dump of memory." : null);
        setErrorMessage(prompt ? null : error);
        setPageComplete(!prompt && error == null);
    }

    private static boolean isFile(Text text) {
        Path file = path(text);
        return file != null && Files.isRegularFile(file);
    }

    /** What is asked for. */
    DumpSearch search() {
        int chosen = kit.getSelectionIndex();
        return new DumpSearch(path(dump), path(kernel), chosen <= 0 ? kits : List.of(kits.get(chosen - 1)));
    }
}
