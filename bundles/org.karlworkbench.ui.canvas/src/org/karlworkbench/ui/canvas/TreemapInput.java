package org.karlworkbench.ui.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.karlworkbench.picture.TreemapModel;

/** What mouse and keys do on a treemap. */
final class TreemapInput {
    private static final int BACK_BUTTON = 4;

    private final Treemap map;

    private TreemapInput(Treemap map) {
        this.map = map;
    }

    static void attachTo(Treemap map) {
        TreemapInput input = new TreemapInput(map);
        map.addListener(SWT.MouseDown, input::pressed);
        map.addListener(SWT.MouseDoubleClick, input::doubleClicked);
        map.addListener(SWT.MouseMove, e -> map.setHover(map.nodeAt(e.x, e.y), e.x, e.y));
        map.addListener(SWT.MouseExit, e -> map.setHover(-1, e.x, e.y));
        map.addListener(SWT.KeyDown, input::typed);
        map.addListener(SWT.Traverse, TreemapInput::traverse);
    }

    /** Tab leaves the treemap; all other keys are its own. */
    private static void traverse(Event e) {
        e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }

    private void pressed(Event e) {
        map.forceFocus();
        if (e.button == BACK_BUTTON) {
            map.goUp();
        } else if (e.button == 1 || e.button == 3) {
            map.userSelects(map.nodeAt(e.x, e.y));
        }
    }

    /** Goes one level towards what lies at the pointer; on the strip above all, outwards. */
    private void doubleClicked(Event e) {
        int node = map.nodeAt(e.x, e.y);
        if (e.button != 1 || node < 0) {
            return;
        }
        if (node == map.root()) {
            map.goUp();
        } else {
            enter(node);
        }
    }

    private void enter(int node) {
        TreemapModel model = map.model();
        int step = node;
        while (step > map.root() && model.parent(step) != map.root()) {
            step = model.parent(step);
        }
        map.userGoesTo(step);
    }

    private void typed(Event e) {
        TreemapModel model = map.model();
        int selected = map.selected();
        if (selected < 0) {
            withoutSelection(e);
            return;
        }
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> map.userSelects(neighbour(selected, -1));
            case SWT.ARROW_RIGHT -> map.userSelects(neighbour(selected, 1));
            case SWT.ARROW_UP -> map.userSelects(selected == map.root() ? selected : model.parent(selected));
            case SWT.ARROW_DOWN ->
                map.userSelects(model.childCount(selected) == 0 ? selected : model.child(selected, 0));
            case SWT.CR, SWT.KEYPAD_CR, SWT.KEYPAD_ADD -> enter(selected);
            case SWT.ESC -> map.userSelects(-1);
            default -> outwards(e);
        }
    }

    private int neighbour(int node, int step) {
        return node == map.root() ? node : map.model().sibling(node, step);
    }

    private void withoutSelection(Event e) {
        switch (e.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.ARROW_UP, SWT.ARROW_DOWN -> {
                if (map.model().childCount(map.root()) > 0) {
                    map.userSelects(map.model().child(map.root(), 0));
                }
            }
            default -> outwards(e);
        }
    }

    private void outwards(Event e) {
        switch (e.character) {
            case SWT.BS, '-' -> map.goUp();
            case '0' -> map.goToWhole();
            case '+', '=' -> {
                if (map.selected() >= 0) {
                    enter(map.selected());
                }
            }
            default -> {}
        }
    }
}
