package org.karlworkbench.ui.items;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;

/** The objects of one role in a kit. Equal to another when kit and role are, whatever was read in between. */
public final class RoleGroup implements InKit {
    private final IFile kitFile;
    private final Role role;
    private final List<KitObject> objects;

    /**
     * Makes the group.
     *
     * @param kitFile the kit's file
     * @param role the role
     * @param objects the objects of that role, in link order
     */
    public RoleGroup(IFile kitFile, Role role, List<KitObject> objects) {
        this.kitFile = kitFile;
        this.role = role;
        this.objects = objects;
    }

    @Override
    public IFile kitFile() {
        return kitFile;
    }

    /** The role. */
    public Role role() {
        return role;
    }

    /** The objects in it, in link order. */
    public List<KitObject> objects() {
        return objects;
    }

    @Override
    public String label() {
        String name = role.getLiteral();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public String icon() {
        return Images.of(role);
    }

    @Override
    public Facts facts() {
        return new Facts()
                .add("Role", label())
                .add("Objects", Formats.count(objects.size()))
                .add("Text", Formats.bytes(sum(Size.TEXT)))
                .add("Read-only data", Formats.bytes(sum(Size.RODATA)))
                .add("Data", Formats.bytes(sum(Size.DATA)))
                .add("BSS", Formats.bytes(sum(Size.BSS)));
    }

    private long sum(Size size) {
        return objects.stream().mapToLong(size::of).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoleGroup group && group.role == role && group.kitFile.equals(kitFile);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kitFile, role);
    }

    private enum Size {
        TEXT,
        RODATA,
        DATA,
        BSS;

        long of(KitObject object) {
            return switch (this) {
                case TEXT -> object.getText();
                case RODATA -> object.getRodata();
                case DATA -> object.getData();
                case BSS -> object.getBss();
            };
        }
    }
}
