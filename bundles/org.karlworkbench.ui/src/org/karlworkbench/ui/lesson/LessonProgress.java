package org.karlworkbench.ui.lesson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.karlworkbench.ui.Remembered;

/** How far a person is in a lesson; kept when the workbench ends. */
final class LessonProgress {
    private static final String STEP = ".step";
    private static final String DONE = ".done";

    private final IDialogSettings settings = Remembered.of("Lessons");
    private final String id;
    private final BitSet done = new BitSet();
    private int step;

    /**
     * Reads what was kept.
     *
     * @param id the lesson's
     * @param steps how many it has; the file may have changed since
     */
    LessonProgress(String id, int steps) {
        this.id = URLEncoder.encode(id, StandardCharsets.UTF_8); // a file's name can be what no setting's can
        step = Math.clamp(number(settings.get(this.id + STEP)), 0, steps - 1);
        String kept = settings.get(this.id + DONE);
        for (int i = 0; kept != null && i < Math.min(steps, kept.length()); i++) {
            done.set(i, kept.charAt(i) == '1');
        }
    }

    private static int number(String kept) {
        return kept != null && kept.matches("[0-9]{1,4}") ? Integer.parseInt(kept) : 0;
    }

    /** The step that is shown, from 0 on. */
    int step() {
        return step;
    }

    void go(int to) {
        step = to;
        keep();
    }

    boolean isDone(int which) {
        return done.get(which);
    }

    /** How many steps are done. */
    int done() {
        return done.cardinality();
    }

    void finish(int which) {
        done.set(which);
        keep();
    }

    void forget() {
        done.clear();
        step = 0;
        keep();
    }

    private void keep() {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < done.length(); i++) {
            marks.append(done.get(i) ? '1' : '0');
        }
        settings.put(id + STEP, String.valueOf(step));
        settings.put(id + DONE, marks.toString());
    }
}
