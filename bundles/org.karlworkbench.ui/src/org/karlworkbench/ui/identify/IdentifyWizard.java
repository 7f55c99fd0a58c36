package org.karlworkbench.ui.identify;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;

/** Finds out which kernel a dump of memory ran, and opens it. The search can be cancelled. */
public final class IdentifyWizard extends Wizard {
    private static final int HEADER = 18;

    private final IWorkbenchWindow window;
    private final DumpPage dump;
    private final FoundPage found = new FoundPage();
    private DumpSearch searched;

    private IdentifyWizard(IWorkbenchWindow window, Path file, IFile kit) {
        this.window = window;
        dump = new DumpPage(file, kit);
        setWindowTitle("Identify Memory Dump");
        setHelpAvailable(true);
        setNeedsProgressMonitor(true);
    }

    /**
     * Opens the wizard.
     *
     * @param window the window
     * @param file the dump, or null
     * @param kit the kit that is worked on, or null
     */
    public static void open(IWorkbenchWindow window, Path file, IFile kit) {
        IdentifyWizard wizard = new IdentifyWizard(window, file, kit);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.addPageChangingListener(
                change -> change.doit = change.getTargetPage() != wizard.found || wizard.search());
        dialog.open();
    }

    /**
     * Whether a file is a core file, by its name or its ELF header; raw memory cannot be told from other files.
     *
     * @param file any file
     */
    public static boolean takes(Path file) {
        return Files.isRegularFile(file) && (file.toString().endsWith(".core") || isCore(file));
    }

    private static boolean isCore(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(HEADER);
            boolean elf = start.length == HEADER && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L';
            ByteOrder order = elf && start[5] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            return elf && ByteBuffer.wrap(start).order(order).getShort(16) == Elf.ET_CORE;
        } catch (IOException _) {
            return false; // whoever opens it will say why it cannot be read
        }
    }

    @Override
    public void addPages() {
        addPage(dump);
        addPage(found);
    }

    /**
     * Searches, while the wizard shows how far it is.
     *
     * @return whether there is an answer; else the page says why not
     */
    private boolean search() {
        DumpSearch wanted = dump.search();
        if (wanted.equals(searched)) {
            return true;
        }
        DumpSearch.Found[] answer = {null};
        try {
            getContainer().run(true, true, monitor -> answer[0] = run(wanted, monitor));
        } catch (InvocationTargetException e) {
            Problems.log(e.getCause());
            dump.setErrorMessage(Problems.line(e.getCause()));
            return false;
        } catch (InterruptedException _) {
            dump.setErrorMessage("Cancelled");
            return false;
        }
        searched = wanted;
        found.show(answer[0]);
        return true;
    }

    private static DumpSearch.Found run(DumpSearch wanted, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        try {
            return wanted.run(
                    new MonitorProgress(monitor, "Identifying " + wanted.dump().getFileName()));
        } catch (EngineException | RuntimeException e) {
            if (Problems.cancelled(e)) {
                throw new InterruptedException();
            }
            throw new InvocationTargetException(e);
        }
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == found && found.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        DumpSearch.Found shown = found.found();
        Identified identified = shown.identified();
        if (found.opens() && identified != null) {
            new OpenKernelJob(searched.dump(), shown, window.getActivePage()).schedule();
        }
        return true;
    }
}
