package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/** The digest of all that decides the kernel, by name and never by path. */
final class KitDigest {
    private KitDigest() {}

    /**
     * Computes it, on this thread alone: the linker needs the other processors.
     *
     * @param files Makefile and script, as far as there are such
     * @param linked the objects in the order without a draw
     * @param bytes how much they are
     * @return 64 hexadecimal digits
     * @throws EngineException if a file cannot be read or has changed since the kit was read
     */
    static String of(Collection<Path> files, List<ObjectFile> linked, KitBytes bytes) throws EngineException {
        MessageDigest sha = Sha256.create(bytes.file());
        MessageDigest each = Sha256.create(0);
        for (Path file : files.stream().sorted().toList()) {
            try {
                add(sha, file.getFileName().toString(), each.digest(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw EngineException.io(file, e);
            }
        }
        for (ObjectFile object : linked) {
            add(sha, object.name(), object.digest(each));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void add(MessageDigest sha, String name, byte[] digest) {
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(digest);
    }
}
