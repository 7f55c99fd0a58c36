package org.karlworkbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Seed;

/** The options that give a seed; without them the system's generator does. */
final class SeedOption {
    private final Given<String> seed;
    private final Given<Path> seedFile;

    SeedOption(Options options) {
        seed = options.word("HEX", "The seed, 64 digits. For tests: other users see it in the process list.", "--seed");
        seedFile = options.file("FILE", "A file with the seed, - for standard input.", "--seed-file");
    }

    Seed choose() throws EngineException, UsageException {
        if (seed.isThere() && seedFile.isThere()) {
            throw new UsageException("--seed and --seed-file both give the seed", "use one of them");
        }
        try {
            if (seedFile.isThere()) {
                return Seed.parse(readSeed());
            }
            return seed.isThere() ? Seed.parse(seed.get()) : Seed.random();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), "try head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \\n'");
        }
    }

    /** One line with the seed; more than that is no seed, so no more is read. */
    private String readSeed() throws EngineException {
        int most = 2 * Seed.BYTES + 3;
        Path file = seedFile.get();
        try (var in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            return new String(in.readNBytes(most), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
