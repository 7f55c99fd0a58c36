package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.canvas.AddressMap;

/** One box goes to names and addresses, and the way back is kept. */
class GoToTest {
    private static final int SYMBOLS = 2;

    private AddressMap map;
    private Path kernel;

    @BeforeEach
    void openAKernel() {
        map = Demo.openFirstRelink();
        kernel = Demo.twoRelinks().getFirst();
        Robot.click(map, 3, 3);
    }

    /** Types something into the box; what is found first is gone to. */
    static void goTo(String text, String first) {
        Robot.key("ctrl+l");
        Text field = Windows.control("goto.text", Text.class);
        Ui.until("the box has the focus", field::isFocusControl);
        Robot.type(text);
        Table hits = Windows.control("goto.hits", Table.class);
        Ui.until(
                first + " is the first",
                () -> hits.getItemCount() > 0 && hits.getItem(0).getText().startsWith(first));
        Shots.take("goto");
        Robot.key("Return");
        Ui.until("the box is closed", () -> !Windows.shows("goto.text"));
    }

    private String selected() {
        return Ui.get(() ->
                map.selectedLane() != SYMBOLS ? "" : map.model().lane(SYMBOLS).label(map.selectedIndex()));
    }

    @Test
    void toANameByItsLettersAndBackAgain() {
        goTo("kprintf", "kprintf");
        Ui.until("it is selected", () -> selected().equals("kprintf"));
        assertTrue(Ui.get(() -> map.window().viewport().span()) < 100_000, "the map shows it");
        goTo("pgall", "page_alloc");
        Ui.until("it is selected", () -> selected().equals("page_alloc"));
        Robot.key("alt+Left");
        Ui.until("back", () -> selected().equals("kprintf"));
        Robot.key("alt+Right");
        Ui.until("and forward", () -> selected().equals("page_alloc"));
    }

    /** An address in the middle of a function, as a trace has it. */
    @Test
    void toAnAddressInAFunction() {
        Nm symbol = Nm.of(kernel).stream()
                .filter(each -> each.name().equals("kprintf"))
                .findFirst()
                .orElseThrow();
        goTo("0x" + Long.toHexString(symbol.address() + 9), "kprintf+0x9");
        Ui.until("the function is selected", () -> selected().equals("kprintf"));
        long first = Ui.get(() ->
                map.model().scale().addressAt((long) map.window().viewport().from()));
        assertTrue(Long.compareUnsigned(first, symbol.address() + 9) < 0, "the address is in the window");
        assertEquals("kprintf", selected());
    }

    private String address(String name, long offset) {
        return "0x"
                + Long.toHexString(Nm.of(kernel).stream()
                                .filter(each -> each.name().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .address()
                        + offset);
    }

    /** A trace is pasted, and gone through with the keys of Navigate. */
    @Test
    void aPastedListIsWalked() {
        String trace = "panic: trap\n  " + address("kprintf", 5) + " at kprintf+0x5\n  [<" + address("page_alloc", 3)
                + ">]\n  pic_attach+0x2";
        Ui.run(() -> new Clipboard(Ui.display())
                .setContents(new Object[] {trace}, new Transfer[] {TextTransfer.getInstance()}));
        Robot.key("ctrl+l");
        Text field = Windows.control("goto.text", Text.class);
        Ui.until("the box has the focus", field::isFocusControl);
        assertEquals("Go To", Ui.get(() -> field.getShell().getText()));
        Robot.key("ctrl+v");
        Table hits = Windows.control("goto.hits", Table.class);
        Ui.until("three places are found", () -> hits.getItemCount() == 3);
        assertTrue(Ui.get(() -> hits.getItem(1).getText()).startsWith("page_alloc+0x3"));
        Shots.take("goto-trace");
        Robot.key("Return");
        Ui.until("the first is selected", () -> selected().equals("kprintf"));
        Robot.key("ctrl+period");
        Ui.until("the second", () -> selected().equals("page_alloc"));
        Robot.key("ctrl+period");
        Ui.until("the third", () -> selected().equals("pic_attach"));
        Robot.key("ctrl+comma");
        Ui.until("the second again", () -> selected().equals("page_alloc"));
    }
}
