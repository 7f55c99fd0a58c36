package org.karlworkbench.ui.items;

import java.util.Objects;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;

/** One object of a kit. Equal to another when kit and name are. */
public final class ObjectItem implements InKit {
    private final IFile kitFile;
    private final KitObject object;

    /**
     * Makes the item.
     *
     * @param kitFile the kit's file
     * @param object the object
     */
    public ObjectItem(IFile kitFile, KitObject object) {
        this.kitFile = kitFile;
        this.object = object;
    }

    @Override
    public IFile kitFile() {
        return kitFile;
    }

    /** The object itself. */
    public KitObject object() {
        return object;
    }

    /** All that it brings into a kernel, in bytes: text, data of both kinds and BSS. */
    public long bytes() {
        return object.getText() + object.getRodata() + object.getData() + object.getBss();
    }

    @Override
    public String label() {
        return object.getName();
    }

    @Override
    public String icon() {
        return Images.of(object.getRole());
    }

    @Override
    public Facts facts() {
        return new Facts()
                .in("Object")
                .add("Name", object.getName())
                .add("Role", object.getRole().getLiteral())
                .add("Alignment", Formats.bytes(object.getAlignment()))
                .in("Sizes")
                .add("Text", Formats.bytes(object.getText()))
                .add("Read-only data", Formats.bytes(object.getRodata()))
                .add("Data", Formats.bytes(object.getData()))
                .add("BSS", Formats.bytes(object.getBss()))
                .in("Contents")
                .add("Functions", Formats.count(object.getFunctions()))
                .add("Symbols", Formats.count(object.getSymbols()))
                .add("Relocations", Formats.count(object.getRelocations()))
                .in("Kit")
                .add("File", kitFile.getFullPath().toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectItem item
                && item.kitFile.equals(kitFile)
                && item.label().equals(label());
    }

    @Override
    public int hashCode() {
        return Objects.hash(kitFile, object.getName());
    }
}
