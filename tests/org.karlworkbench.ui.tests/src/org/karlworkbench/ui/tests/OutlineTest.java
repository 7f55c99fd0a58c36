package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.canvas.AddressMap;

/** The Outline shows a kernel as sections, objects and symbols, and leads to each. */
class OutlineTest {
    private static final int SYMBOLS = 2;

    @Test
    void fromTheKernelToASymbol() {
        Demo.cleanDesk();
        Path kernel = Demo.twoRelinks().getFirst();
        Demo.open(kernel);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Tree tree = Windows.control("outline.kernel", Tree.class);
        Ui.until(
                "the kernel is there",
                () -> tree.getItemCount() == 1
                        && tree.getItem(0).getText().equals(kernel.getFileName().toString()));
        Ui.until("its sections are there", () -> tree.getItem(0).getItemCount() >= 4);
        TreeItem text = child(Ui.get(() -> tree.getItem(0)), ".text");
        expand(tree, text);
        TreeItem object = child(text, "printf.o");
        expand(tree, object);
        TreeItem symbol = child(object, "kprintf");
        click(tree, symbol);
        Ui.until(
                "the map has selected it",
                () -> map.selectedLane() == SYMBOLS
                        && map.model().lane(SYMBOLS).label(map.selectedIndex()).equals("kprintf"));
        Shots.take("outline");
        long functions = Nm.of(kernel).stream()
                .filter(each -> each.name().equals("kprintf"))
                .count();
        assertEquals(1, functions);
        assertTrue(Ui.get(text::getItemCount) > 30);
    }

    private static TreeItem child(TreeItem parent, String name) {
        TreeItem[] found = {null};
        Ui.until(name + " is there", () -> {
            for (TreeItem item : parent.getItems()) {
                if (item.getText().equals(name)) {
                    found[0] = item;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private static void expand(Tree tree, TreeItem item) {
        click(tree, item);
        Robot.key("plus");
        Ui.run(() -> item.setExpanded(true));
    }

    private static void click(Tree tree, TreeItem item) {
        Ui.until("it is in view", () -> {
            Rectangle area = item.getBounds();
            boolean inView = area.y >= 0 && area.y + area.height <= tree.getClientArea().height;
            if (!inView) {
                tree.showItem(item);
            }
            return inView;
        });
        Point middle = Ui.get(() -> {
            Rectangle area = item.getBounds();
            return tree.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
        });
        Robot.click(middle);
    }
}
