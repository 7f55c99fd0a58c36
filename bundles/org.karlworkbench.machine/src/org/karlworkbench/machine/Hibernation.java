package org.karlworkbench.machine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Sha256;

/**
 * Whether a hibernated image of one kernel would be resumed by another. A kernel resumes an image whose header holds its
 * own signature: SHA-256 of the version string, without its final zero, and of the addresses of four functions in the
 * machine's own size and byte order (KARL.md section E). The layout itself is the identity.
 *
 * @param signatureA the signature of the kernel that hibernated; null where it has none
 * @param signatureB the signature of the kernel that wakes up; null where it has none
 * @param reason why there is no signature, in words; null where both have one
 */
public record Hibernation(String signatureA, String signatureB, String reason) {
    private static final String VERSION = "version";
    private static final List<String> FUNCTIONS = List.of("printf", "malloc", "km_alloc", "strlen");
    private static final int LONGEST_VERSION = 4096;

    /**
     * Compares two kernels.
     *
     * @param a the kernel that hibernated
     * @param b the kernel that wakes up
     * @return both signatures
     * @throws EngineException if one cannot be read, or is no whole ELF file
     */
    public static Hibernation of(Path a, Path b) throws EngineException {
        try (ElfFile first = ElfFile.open(a);
                ElfFile second = ElfFile.open(b)) {
            String missing = missing(first);
            String missingToo = missing(second);
            return new Hibernation(
                    missing == null ? signature(first) : null,
                    missingToo == null ? signature(second) : null,
                    missing == null ? missingToo : missing);
        }
    }

    /**
     * The kernel that runs on a machine, and the one that its next boot starts.
     *
     * @param machine the machine
     * @return both signatures
     * @throws EngineException as {@link #of(Path, Path)}; code {@code no-machine} if nothing was booted yet
     */
    public static Hibernation of(Machine machine) throws EngineException {
        MachineFiles files = machine.files();
        MachineStatus status = machine.status();
        if (status.bootedSha256() == null || status.kernelSha256() == null) {
            Path missing = status.bootedSha256() == null ? files.booted() : files.kernel();
            throw new EngineException("no-machine", missing.toString(), null, "there is no kernel", "boot the machine");
        }
        return of(files.booted(), files.kernel());
    }

    /**
     * Whether the image is resumed.
     *
     * @return true if both kernels have a signature, and the same
     */
    public boolean resumes() {
        return signatureA != null && signatureA.equals(signatureB);
    }

    /** What a kernel lacks for a signature, in words; null if nothing. */
    private static String missing(ElfFile kernel) throws EngineException {
        Symbols symbols = kernel.symbols();
        for (String name : FUNCTIONS) {
            if (symbols.find(name) < 0) {
                return kernel.name() + " has no signature: it has no symbol " + name
                        + "; OpenBSD's own kernels have it, and the demo kernels never hibernate";
            }
        }
        return version(kernel).length == 0 ? kernel.name() + " has no signature: it has no version string" : null;
    }

    private static byte[] version(ElfFile kernel) throws EngineException {
        int symbol = kernel.symbols().find(VERSION);
        if (symbol < 0) {
            return new byte[0];
        }
        byte[] loaded = kernel.loaded(kernel.symbols().value(symbol), LONGEST_VERSION);
        int length = 0;
        while (length < loaded.length && loaded[length] != 0) {
            length++;
        }
        return Arrays.copyOf(loaded, length);
    }

    private static String signature(ElfFile kernel) throws EngineException {
        MessageDigest sha = Sha256.create(0);
        sha.update(version(kernel));
        for (String name : FUNCTIONS) {
            long address = kernel.symbols().value(kernel.symbols().find(name));
            ByteBuffer word =
                    ByteBuffer.allocate(Long.BYTES).order(kernel.header().order());
            sha.update(
                    kernel.header().is64()
                            ? word.putLong(address).flip()
                            : word.putInt((int) address).flip());
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
