package org.karlworkbench.relink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.verify.Account;

/**
 * What a relink did.
 *
 * @param entry the ledger entry, as it was written
 * @param entryFile where it was written
 * @param kernel the kernel's file, or null if only an entry was made
 * @param phases the time of each phase: {@code prepare draw gap link check record install}, and {@code sync}, which
 *     went on during {@code check}
 * @param translated flags and words of the script that the linker got in other words
 * @param account what every byte of the kernel is; null where only its shape was checked
 */
public record RelinkResult(
        LedgerEntry entry,
        Path entryFile,
        Path kernel,
        Map<String, Duration> phases,
        List<Translated> translated,
        Account account) {
    /** Copies the collections. */
    public RelinkResult {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        translated = List.copyOf(translated);
    }
}
