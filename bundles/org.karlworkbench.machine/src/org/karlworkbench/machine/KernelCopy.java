package org.karlworkbench.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.machine.disk.SafeDisk;
import org.karlworkbench.relink.KernelFile;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;

/** A kernel of a machine, copied out of it with its ledger entry; or made anew where only its draw was kept. */
final class KernelCopy {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGITS = 12;

    private final MachineFiles files;
    private final String sha256;

    KernelCopy(MachineFiles files, String sha256) {
        this.files = files;
        this.sha256 = sha256;
    }

    Path into(Path folder, Progress progress) throws EngineException {
        if (!DIGEST.matcher(sha256).matches()) {
            throw gone();
        }
        Path copy = folder.resolve("bsd-" + sha256.substring(0, DIGITS));
        try {
            PrivateFiles.folder(folder);
            if (Files.isRegularFile(copy) && KernelFile.sha256(copy).equals(sha256)) {
                return copy;
            }
            make(copy, progress);
        } catch (IOException e) {
            throw EngineException.io(copy, e);
        }
        if (!KernelFile.sha256(copy).equals(sha256)) {
            String cure = "look again; where its kit was replaced, it cannot be made anew";
            throw new EngineException("bad-copy", copy.toString(), null, "is another kernel than " + sha256, cure);
        }
        return copy;
    }

    private void make(Path copy, Progress progress) throws EngineException, IOException {
        for (Path kernel : List.of(files.kernel(), files.booted(), files.oldKernel())) {
            if (sha256.equals(MachineStatus.digest(kernel))) {
                copy(kernel, copy);
                copyEntry(copy);
                return;
            }
        }
        replay(copy, progress);
    }

    private Path entryFile() {
        return KernelLedger.entryOf(files, sha256);
    }

    private void copyEntry(Path copy) throws EngineException, IOException {
        Path kept = LedgerFiles.placesOf(entryFile());
        if (!SafeDisk.exists(entryFile()) || !Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)) {
            return; // somebody else linked it
        }
        LedgerEntry entry = LedgerFiles.read(entryFile());
        Path beside = LedgerFiles.beside(copy);
        Path places = LedgerFiles.placesOf(beside);
        copy(kept, places);
        entry.setKernel(copy.getFileName().toString());
        entry.setPlaces(places.getFileName().toString());
        LedgerFiles.write(beside, entry);
    }

    /** Only the owner may read what undoes the randomization. */
    private static void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        Files.createFile(to, PrivateFiles.FILE_MODE);
        try (OutputStream out = Files.newOutputStream(to)) {
            Files.copy(from, out);
        }
    }

    private void replay(Path copy, Progress progress) throws EngineException {
        String kit = KitTrees.running(files);
        if (kit == null || !SafeDisk.exists(entryFile())) {
            throw gone();
        }
        LedgerEntry entry = LedgerFiles.read(entryFile());
        try (KitSource source = KitSource.ofFolder(files.tree(kit), progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            Replay.run(new ReplayRequest(entryFile(), entry, loaded, copy), progress);
        }
    }

    private EngineException gone() {
        return new EngineException(
                "no-draw",
                files.root().toString(),
                null,
                "neither the kernel " + sha256 + " nor its draw is there any more",
                "choose /bsd, /bsd.booted, /obsd or one that was booted lately");
    }
}
