package org.karlworkbench.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;

/**
 * What a recipe's settings are about: the names that they may use, and what this kit's Makefile and script allow.
 *
 * @param architecture the kit's architecture
 * @param body the objects that are shuffled, in the Makefile's order
 * @param flags the words of LINKFLAGS
 * @param folder where the kit's files are
 * @param textBaseFault why the text's address cannot be set, or null; asked only by recipes that set it
 * @param symbols whether the kit defines a symbol; asked only by recipes that name one
 */
public record KitOutline(
        Architecture architecture,
        List<String> body,
        List<String> flags,
        Path folder,
        Supplier<String> textBaseFault,
        Predicate<String> symbols) {

    /**
     * The outline of a kit that people look at. It knows no symbols, and takes every one for defined.
     *
     * @param kit the kit with its objects
     * @param architecture its architecture
     * @return its outline
     */
    public static KitOutline of(LinkKit kit, Architecture architecture) {
        List<String> body = kit.getObjects().stream()
                .filter(object -> object.getRole() == Role.BODY)
                .map(KitObject::getName)
                .toList();
        return new KitOutline(
                architecture, body, kit.getFlags(), Path.of(kit.getSource()), kit::getTextBaseFault, _ -> true);
    }
}
