package org.karlworkbench.ui.symbolize;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.Spoken;

/** A field into which a trace is typed or pasted, or on which it is dropped as text or as a file. */
final class TraceField extends Composite {
    private final Text text;
    private final Label note;
    private final Runnable taken;
    private TraceSource source = new TraceSource.Typed("");
    private boolean setting;

    /**
     * An empty field.
     *
     * @param parent the composite around it
     * @param id its name for tests; the line below it is ID.note
     * @param words what a screen reader calls it
     * @param taken is told of a whole trace: dropped, pasted where it is long, or finished by Ctrl+Enter
     */
    TraceField(Composite parent, String id, String words, Runnable taken) {
        super(parent, SWT.NONE);
        this.taken = taken;
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        text = Spoken.name(Ids.mark(new Text(this, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL), id), words);
        text.setToolTipText("Paste or drop a panic, a ddb trace, a dmesg or a file; Ctrl+Enter symbolizes it");
        text.addListener(SWT.Verify, this::verify);
        text.addListener(SWT.Modify, _ -> typed());
        text.addListener(SWT.KeyDown, this::key);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 60).applyTo(text);
        note = Ids.mark(new Label(this, SWT.WRAP), id + ".note");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(note);
        acceptDrops();
    }

    /** A paste that is too long for a field is taken as a whole, and its beginning is shown. */
    private void verify(Event event) {
        if (!setting && event.text.length() > TraceSource.MOST_SHOWN) {
            event.doit = false;
            String whole = event.text;
            getDisplay().asyncExec(() -> finish(new TraceSource.Typed(whole)));
        }
    }

    private void typed() {
        if (!setting) {
            source = new TraceSource.Typed(text.getText());
            note("");
        }
    }

    private void key(Event event) {
        if (event.stateMask == SWT.MOD1 && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)) {
            event.doit = false;
            taken.run();
        }
    }

    private void acceptDrops() {
        DropTarget target = new DropTarget(text, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE);
        target.setTransfer(FileTransfer.getInstance(), TextTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] names && names.length > 0) {
                    take(Path.of(names[0]), TraceField.this::note);
                } else if (event.data instanceof String dropped) {
                    take(dropped);
                }
            }
        });
    }

    /** Takes a whole trace. */
    void take(String trace) {
        finish(new TraceSource.Typed(trace));
    }

    /**
     * Takes a file.
     *
     * @param file the file
     * @param failed is told why there is nothing in it
     */
    void take(Path file, Consumer<String> failed) {
        try {
            finish(TraceSource.OfFile.of(file));
        } catch (EngineException e) {
            failed.accept(Problems.line(e));
        }
    }

    /** Empties the field. */
    void clear() {
        show(new TraceSource.Typed(""));
    }

    private void finish(TraceSource whole) {
        if (!isDisposed()) {
            show(whole);
            taken.run();
        }
    }

    private void show(TraceSource shown) {
        source = shown;
        setting = true;
        text.setText(shown.shown());
        setting = false;
        text.setEditable(shown instanceof TraceSource.Typed && shown.note().isEmpty());
        note(shown.note());
    }

    private void note(String words) {
        note.setText(words);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .exclude(words.isEmpty())
                .applyTo(note);
        note.setVisible(!words.isEmpty());
        layout(true, true);
    }

    /** What is in the field. */
    TraceSource source() {
        return source;
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }
}
