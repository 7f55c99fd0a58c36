package org.karlworkbench.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.KernelFile;

/** A relink that is known by its kit and the places of the sections that a trace is about; no kernel is needed. */
final class PlacedRelink implements Relinked {
    private final String title;
    private final KitSymbols kit;
    private final Places places;
    private final long endboot;
    private final Map<String, List<Integer>> rows = new HashMap<>();
    private final long textStart;
    private final Path kernel;
    private final String sha256;
    private ElfFile strings;

    /**
     * A relink.
     *
     * @param title its ledger entry
     * @param kit its kit
     * @param places the places that matter
     * @param endboot the end of the startup code, or -1
     * @param kernel the kernel's file, where there may be one; else null
     * @param sha256 the digest that tells whether that is still the kernel
     */
    PlacedRelink(String title, KitSymbols kit, Places places, long endboot, Path kernel, String sha256) {
        this.kernel = kernel;
        this.sha256 = sha256;
        this.title = title;
        this.kit = kit;
        this.places = places;
        this.endboot = endboot;
        for (int row = 0; row < places.count(); row++) {
            rows.computeIfAbsent(places.object(row), _ -> new ArrayList<>()).add(row);
        }
        textStart = places.count() == 0 ? 0 : places.address(0);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean holds(long address) {
        int last = places.count() - 1;
        return last >= 0
                && Long.compareUnsigned(address, places.address(0)) >= 0
                && Long.compareUnsigned(address - places.address(0), places.end(last) - places.address(0)) < 0;
    }

    @Override
    public Spot at(long address) {
        if (!holds(address)) {
            return null;
        }
        int row = row(address);
        Spot spot = row < 0 ? null : spot(row, address - places.address(row));
        if (spot == null) {
            return new Spot(isStartup(address) ? Area.STARTUP : Area.FILL, null, -1, 0, null, 0);
        }
        return isStartup(address) && spot.area() == Area.CODE
                ? new Spot(
                        Area.STARTUP, spot.object(), spot.section(), spot.sectionOffset(), spot.symbol(), spot.offset())
                : spot;
    }

    /** The row that holds an address; rows of no size hold nothing. */
    private int row(long address) {
        for (int row = places.floor(address); row >= 0; row--) {
            if (Long.compareUnsigned(address - places.address(row), places.size(row)) < 0) {
                return row;
            }
            if (places.size(row) > 0) {
                return -1;
            }
        }
        return -1;
    }

    private Spot spot(int row, long offset) {
        String object = places.object(row);
        if (object.equals(Places.GAP)) {
            return new Spot(Area.GAP, object, -1, offset, null, 0);
        }
        return switch (places.kind(row)) {
            case INPUT -> kit.at(object, places.sectionIndex(row), offset);
            case COMMON -> new Spot(Area.DATA, object, -1, offset, places.section(row), offset);
            case MERGED -> new Spot(Area.DATA, null, -1, offset, null, 0);
            case LINKER -> new Spot(Area.LINKER, null, -1, offset, null, 0);
            case FILL -> new Spot(Area.FILL, null, -1, offset, null, 0);
        };
    }

    private boolean isStartup(long address) {
        return endboot != -1
                && Long.compareUnsigned(address, textStart) >= 0
                && Long.compareUnsigned(address, endboot) < 0;
    }

    @Override
    public long[] addresses(String symbol, long offset) {
        List<Long> found = new ArrayList<>();
        for (KitSymbols.Definition each : kit.definitions(symbol, offset)) {
            for (int row : rows.getOrDefault(each.object().name(), List.of())) {
                if (places.kind(row) == PlaceKind.INPUT && places.sectionIndex(row) == each.section()) {
                    found.add(places.address(row) + each.value() + offset);
                }
            }
        }
        for (int row = 0; row < places.count() && found.isEmpty(); row++) {
            boolean common =
                    places.kind(row) == PlaceKind.COMMON && places.section(row).equals(symbol);
            if (common && offset <= places.size(row)) {
                found.add(places.address(row) + offset);
            }
        }
        return found.stream().mapToLong(each -> each).toArray();
    }

    @Override
    public boolean knowsCalls() {
        return kit.knowsCalls();
    }

    @Override
    public boolean followsCall(long address) throws EngineException {
        int row = holds(address - 1) ? row(address - 1) : -1;
        return row >= 0
                && places.kind(row) == PlaceKind.INPUT
                && kit.followsCall(places.object(row), places.sectionIndex(row), address - places.address(row));
    }

    /** Merged strings are where the linker wrote them, and only the kernel shows that; it is read if it is still there. */
    @Override
    public void openKernel() {
        try {
            if (kernel != null && strings == null && KernelFile.sha256(kernel).equals(sha256)) {
                strings = ElfFile.of(kernel.toString(), Files.readAllBytes(kernel));
            }
        } catch (EngineException | IOException e) {
            strings = null; // the places tell enough without it
        }
    }

    @Override
    public boolean knowsStrings(long address) {
        int row = holds(address) ? row(address) : -1;
        return row >= 0 && strings != null
                || row >= 0 && places.kind(row) == PlaceKind.INPUT && kit.object(places.object(row)) != null;
    }

    @Override
    public String string(long address) throws EngineException {
        if (strings != null) {
            return Strings.loaded(strings, address);
        }
        int row = row(address);
        return row < 0 ? null : kit.string(places.object(row), places.sectionIndex(row), address - places.address(row));
    }
}
