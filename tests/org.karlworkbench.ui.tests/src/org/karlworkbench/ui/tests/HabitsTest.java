package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;

/** What the workbench puts into menus, tool bars and lists of views, as its plug-in declares it. */
class HabitsTest {
    /** Words that headline capitals leave small. */
    private static final Set<String> SMALL = Set.of("a", "and", "as", "in", "of", "or", "the", "to", "with");

    private static final String OURS = Ids.PLUGIN + ".";

    private static List<IConfigurationElement> declared(String point, String element) {
        List<IConfigurationElement> found = new ArrayList<>();
        Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .filter(each -> each.getContributor().getName().equals(Ids.PLUGIN))
                .forEach(each -> collect(each, element, found));
        return found;
    }

    private static void collect(IConfigurationElement from, String element, List<IConfigurationElement> found) {
        if (from.getName().equals(element)) {
            found.add(from);
        }
        for (IConfigurationElement child : from.getChildren()) {
            collect(child, element, found);
        }
    }

    private static List<String> those(
            List<IConfigurationElement> all, String name, Predicate<IConfigurationElement> bad) {
        assertFalse(all.isEmpty());
        return all.stream().filter(bad).map(each -> each.getAttribute(name)).toList();
    }

    private static boolean isHeadline(String label) {
        String[] words = label.replace("...", "").split("[ -]");
        for (int i = 0; i < words.length; i++) {
            boolean inner = i > 0 && i < words.length - 1;
            boolean small = inner && SMALL.contains(words[i]);
            if (!small && !Character.isUpperCase(words[i].charAt(0))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void menusHaveHeadlineCapitalsTipsAndPictures() {
        List<IConfigurationElement> items = declared("org.eclipse.ui.menus", "command");
        assertEquals(List.of(), those(items, "label", each -> !isHeadline(each.getAttribute("label"))));
        assertEquals(List.of(), those(items, "label", each -> each.getAttribute("tooltip") == null));
        assertEquals(
                List.of(),
                those(
                        items,
                        "label",
                        each -> each.getAttribute("icon") == null
                                && !each.getAttribute("commandId").startsWith(OURS)));
        assertEquals(
                List.of(),
                those(
                        declared("org.eclipse.ui.menus", "menu"),
                        "label",
                        each -> !isHeadline(each.getAttribute("label"))));
    }

    /** One key of a menu leads to one item. */
    @Test
    void mnemonicsOfAMenuDiffer() {
        for (IConfigurationElement menu : declared("org.eclipse.ui.menus", "menu")) {
            List<String> keys = Stream.of(menu.getChildren("command"))
                    .map(item -> item.getAttribute("mnemonic"))
                    .map(key -> key == null ? "none" : key.toUpperCase())
                    .toList();
            assertEquals(keys.size(), new TreeSet<>(keys).size(), menu.getAttribute("label") + ": " + keys);
            assertFalse(keys.contains("none"), menu.getAttribute("label"));
        }
    }

    @Test
    void everyViewAndEditorHasANameAndAPicture() {
        for (String kind : List.of("view", "editor")) {
            List<IConfigurationElement> parts = declared("org.eclipse.ui." + kind + "s", kind);
            assertEquals(List.of(), those(parts, "id", each -> !isHeadline(each.getAttribute("name"))));
            assertEquals(List.of(), those(parts, "id", each -> !hasPicture(each.getAttribute("icon"))));
        }
    }

    private static boolean hasPicture(String icon) {
        String name = icon == null ? "" : icon.replaceAll("icons/|\\.svg", "");
        return !Images.descriptor(name).equals(org.eclipse.jface.resource.ImageDescriptor.getMissingImageDescriptor());
    }

    /** In one context a key means one command of ours and no other one. */
    @Test
    void keysMeanOneThing() {
        Binding[] bindings = Ui.get(() ->
                PlatformUI.getWorkbench().getService(IBindingService.class).getBindings());
        List<String> twice = new ArrayList<>();
        for (Binding ours : bindings) {
            if (isOurs(ours)) {
                Arrays.stream(bindings)
                        .filter(other -> other.getParameterizedCommand() != null)
                        .filter(other -> other.getTriggerSequence().equals(ours.getTriggerSequence())
                                && other.getContextId().equals(ours.getContextId())
                                && other.getSchemeId().equals(ours.getSchemeId())
                                && !other.getParameterizedCommand().equals(ours.getParameterizedCommand()))
                        .forEach(other -> twice.add(ours + " and " + other));
            }
        }
        assertEquals(List.of(), twice);
    }

    private static boolean isOurs(Binding binding) {
        return binding.getParameterizedCommand() != null
                && binding.getParameterizedCommand().getId().startsWith(OURS);
    }
}
