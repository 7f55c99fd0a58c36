package org.karlworkbench.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an accounting found. Each byte of each loaded section has one owner, so the values of {@code by} and
 * {@code unexplainedBytes} add up to {@code bytes}.
 *
 * @param sections how many loaded sections the kernel has
 * @param bytes their sizes together
 * @param by bytes by owner: {@code copied} from an object as they are, {@code relocated} (fields that the linker wrote), {@code merged}, {@code fill}, {@code gap}, {@code common}, {@code bss}, and
 *     {@code linker:NAME} for each section that the linker made
 * @param relocationsChecked how many relocations in the copied pieces were computed anew
 * @param relocationsNotRecomputed how many others there were, whose fields are taken as they are
 * @param unexplainedBytes how many bytes nothing explains
 * @param findings how many things are wrong, those that are left out of {@code unexplained} included
 * @param unexplained the first things that are wrong, in the order in which they were found
 * @param discarded input sections that are not in the kernel and have a reason, as {@code object(section)}
 */
public record Account(
        int sections,
        long bytes,
        Map<String, Long> by,
        long relocationsChecked,
        long relocationsNotRecomputed,
        long unexplainedBytes,
        long findings,
        List<Unexplained> unexplained,
        List<String> discarded) {

    /** Copies the collections. */
    public Account {
        by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
        unexplained = List.copyOf(unexplained);
        discarded = List.copyOf(discarded);
    }

    /** Whether everything is explained and stands where it has to. */
    public boolean isExplained() {
        return findings == 0;
    }
}
