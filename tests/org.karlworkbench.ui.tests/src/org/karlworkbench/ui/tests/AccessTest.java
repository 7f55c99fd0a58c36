package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;

/** Fields, choices and tables can be told apart by those who hear them, commands by name, picture and description. */
class AccessTest {
    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @Test
    void everyFieldOfTheKitEditorHasASpokenName() {
        Demo.open(Demo.kit());
        for (String page : List.of("Overview", "Objects", "Gaps")) {
            Windows.tab("kit.tabs", page);
            assertSpoken();
        }
    }

    @Test
    void everyFieldOfTheKernelEditorHasASpokenName() {
        Demo.open(Demo.twoRelinks().getFirst());
        assertSpoken();
    }

    @Test
    void everyFieldOfTheWizardHasASpokenName() {
        WizardPages.open(Demo.samples().resolve("demo-amd64"));
        assertSpoken();
        WizardPages.next();
        assertSpoken();
        WizardPages.cancel();
    }

    @Test
    void everyFieldOfThePreferencesHasASpokenName() {
        LinkerPreferences.open();
        assertSpoken();
        LinkerPreferences.close("Cancel");
    }

    /** All that the workbench itself has put on the screen, which is what has a name for tests, has one to be spoken. */
    private static void assertSpoken() {
        List<Control> inputs = new ArrayList<>();
        Ui.run(() -> Windows.collect(Control.class, AccessTest::isInput, inputs));
        assertFalse(inputs.isEmpty());
        List<Object> silent = Ui.get(() -> inputs.stream()
                .filter(input -> input.getData(Spoken.KEY) == null)
                .map(input -> input.getData(Ids.KEY))
                .toList());
        assertEquals(List.of(), silent);
    }

    private static boolean isInput(Control control) {
        return control.getData(Ids.KEY) != null
                && (control instanceof Text || control instanceof Combo || control instanceof NatTable);
    }

    @Test
    void everyCommandHasAPictureANameInHeadlineCapitalsAndADescription() throws NotDefinedException {
        ICommandImageService images = PlatformUI.getWorkbench().getService(ICommandImageService.class);
        List<Command> commands = Arrays.stream(PlatformUI.getWorkbench()
                        .getService(ICommandService.class)
                        .getDefinedCommands())
                .filter(command -> command.getId().startsWith(Ids.PLUGIN))
                .toList();
        assertFalse(commands.isEmpty());
        for (Command command : commands) {
            assertNotNull(images.getImageDescriptor(command.getId()), command.getId());
            assertFalse(command.getDescription().isBlank(), command.getId());
            for (String word : command.getName().split(" ")) {
                assertTrue(word.length() < 4 || Character.isUpperCase(word.charAt(0)), command.getName());
            }
        }
    }
}
