package org.karlworkbench.architecture.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a bundle against its row of the table of rooms. */
final class ArchitectureCheck {
    /** What the engine and the command never touch, whatever a table says: they run without a workbench. */
    private static final List<String> INTERFACE_ONLY =
            List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.eclipse.e4", "org.eclipse.core");

    private final Rooms rooms;

    ArchitectureCheck(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * What is wrong with the bundle in {@code folder}, a line each.
     *
     * @param folder a folder that is named like the bundle
     */
    List<String> violations(Path folder) throws IOException {
        String bundle = folder.getFileName().toString();
        Optional<Room> room =
                bundle.startsWith(Names.OURS) ? rooms.named(bundle.substring(Names.OURS.length())) : Optional.empty();
        if (room.isEmpty()) {
            return List.of(bundle + ": the table of rooms has no row for it");
        }
        List<String> violations = new ArrayList<>();
        for (Use use : BundleUses.of(folder)) {
            if (!isAllowed(room.get(), use.name())) {
                violations.add(bundle + " may not use " + use.name() + ", see " + use.where());
            }
        }
        return violations;
    }

    private boolean isAllowed(Room room, String name) {
        if (room.engine() && INTERFACE_ONLY.stream().anyMatch(forbidden -> Names.isWithin(name, forbidden))) {
            return false;
        }
        if (name.startsWith(Names.OURS)) {
            Optional<String> other = Names.room(name, rooms.names());
            return other.isPresent()
                    && (other.get().equals(room.name()) || room.rooms().contains(other.get()));
        }
        return Names.isJdk(name) || room.libraries().stream().anyMatch(library -> library.holds(name));
    }
}
