package org.karlworkbench.ui.machine;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.machine.MachineContents;
import org.karlworkbench.machine.MachineContents.Placed;
import org.karlworkbench.machine.MachineStatus;
import org.karlworkbench.picture.Diagram;
import org.karlworkbench.ui.Formats;

/** A machine's root as boxes: which kernel is where, and from which kit the next one is made. */
final class RootPicture {
    static final String KERNEL = "/bsd";
    static final String BOOTED = "/bsd.booted";
    static final String OLD = "/obsd";
    private static final String CHECKSUM = "kernel.SHA256";
    private static final String KIT = "kit";

    private final MachineContents contents;
    private final MachineStatus status;

    private RootPicture(MachineContents contents) {
        this.contents = contents;
        this.status = contents.status();
    }

    static Diagram of(MachineContents contents) {
        return new RootPicture(contents).diagram();
    }

    private Diagram diagram() {
        List<Diagram.Box> boxes = List.of(
                kernel(KERNEL, "the next boot starts it", 0, 0),
                checksum(),
                kits(),
                kernel(BOOTED, "it runs", 0, 1),
                kernel(OLD, "the one before an install", 1, 1),
                room());
        boolean engaged = status.engaged();
        List<Diagram.Arrow> arrows = List.of(
                new Diagram.Arrow(KIT, CHECKSUM, engaged ? "relinks" : "waits", engaged),
                new Diagram.Arrow(CHECKSUM, KERNEL, engaged ? "engaged" : "dis-engaged", engaged),
                new Diagram.Arrow(KERNEL, BOOTED, "boot", status.bootedSha256() != null));
        return new Diagram(boxes, arrows);
    }

    private Diagram.Box kernel(String name, String role, int column, int row) {
        Placed kernel = contents.kernels().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        List<String> lines = kernel == null
                ? List.of("not there")
                : List.of(
                        role + same(kernel),
                        "SHA-256 " + Formats.digest(kernel.sha256()),
                        Formats.bytes(kernel.bytes()));
        return new Diagram.Box(name, name, lines, column, row, kernel != null && !name.equals(OLD));
    }

    private String same(Placed kernel) {
        boolean running = kernel.name().equals(KERNEL) && kernel.sha256().equals(status.bootedSha256());
        return running ? ", and it runs" : "";
    }

    private Diagram.Box checksum() {
        List<String> lines = new ArrayList<>();
        lines.add(status.engaged() ? "says that /bsd may be relinked" : "the next boot relinks nothing");
        if (status.reason() != null) {
            lines.add(status.reason());
        }
        return new Diagram.Box(CHECKSUM, CHECKSUM, lines, 1, 0, status.engaged());
    }

    private Diagram.Box kits() {
        List<String> lines = new ArrayList<>();
        for (Placed kit : contents.kits()) {
            lines.add(Formats.brief(kit.bytes()) + " in " + kit.name());
        }
        if (lines.isEmpty()) {
            lines.add("there is none");
        }
        String title = status.kit() == null ? "Link-kits" : "Link-kit " + status.kit() + " runs";
        return new Diagram.Box(KIT, title, lines, 2, 0, status.kit() != null);
    }

    private Diagram.Box room() {
        long taken = 0;
        for (Placed each : contents.kernels()) {
            boolean counted = each.name().equals(BOOTED) && each.sha256().equals(status.kernelSha256());
            taken += counted ? 0 : each.bytes(); // a hard link takes no room of its own
        }
        for (Placed each : contents.kits()) {
            taken += each.bytes();
        }
        return new Diagram.Box(
                "room",
                "Room",
                List.of("kernels and kits: " + Formats.brief(taken), "free: " + Formats.brief(contents.freeBytes())),
                2,
                1,
                false);
    }
}
