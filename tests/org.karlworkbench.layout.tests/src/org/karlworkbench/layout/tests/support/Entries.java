package org.karlworkbench.layout.tests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.DrawnGaps;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Places;

/** Ledger entries for kernels that tests have linked themselves. */
public final class Entries {
    private Entries() {}

    /** Writes an entry and the places beside a kernel. */
    public static LedgerEntry write(TestLink link, LoadedKit kit) throws Exception {
        LedgerEntry entry = KitFactory.eINSTANCE.createLedgerEntry();
        entry.setKitName(kit.plan().config());
        entry.setKitDigest(kit.digest());
        entry.setKitPath(kit.folder().toString());
        entry.setArch(kit.architecture().name());
        entry.setRecipe(KitFactory.eINSTANCE.createRecipe());
        entry.setAlgorithm("test");
        entry.setSeed("0".repeat(64));
        entry.getHead().addAll(kit.plan().head());
        entry.getHead().add(Places.GAP);
        int head = entry.getHead().size();
        int tail = kit.plan().tail().size();
        entry.getOrder().addAll(link.order().subList(head, link.order().size() - tail));
        entry.getTail().addAll(kit.plan().tail());
        entry.setGaps(gaps());
        entry.setLinker("ld");
        entry.setKernel(link.kernel().getFileName().toString());
        entry.setSha256(sha256(link.kernel()));
        entry.setPlaces(places(link).getFileName().toString());
        link.places().write(places(link));
        LedgerFiles.write(LedgerFiles.beside(link.kernel()), entry);
        return entry;
    }

    private static DrawnGaps gaps() {
        DrawnGaps gaps = KitFactory.eINSTANCE.createDrawnGaps();
        gaps.setText0(4096);
        gaps.setText1(0x40);
        gaps.setRodata(0x30);
        gaps.setData(0x20);
        gaps.setBss(0x10);
        return gaps;
    }

    /** The places file of a kernel. */
    public static Path places(TestLink link) {
        return link.kernel().resolveSibling(link.kernel().getFileName() + ".places");
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
