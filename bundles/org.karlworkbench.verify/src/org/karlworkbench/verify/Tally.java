package org.karlworkbench.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts bytes by owner while an accounting goes on, and keeps the first things that are wrong. */
final class Tally {
    static final String COPIED = "copied";
    static final String RELOCATED = "relocated";
    static final String MERGED = "merged";
    static final String FILL = "fill";
    static final String GAP = "gap";
    static final String COMMON = "common";
    static final String BSS = "bss";
    private static final String LINKER = "linker:";

    /** Enough to see what went wrong; a kernel of another kit would make millions. */
    private static final int KEPT = 100;

    private final Map<String, long[]> by = new LinkedHashMap<>();
    private final List<Unexplained> unexplained = new ArrayList<>();
    private final List<String> discarded = new ArrayList<>();
    private long unexplainedBytes;
    private long findings;
    private long relocations;

    Tally() {
        for (String owner : new String[] {COPIED, RELOCATED, MERGED, FILL, GAP, COMMON, BSS}) {
            by.put(owner, new long[1]);
        }
    }

    void count(String owner, long bytes) {
        by.computeIfAbsent(owner, _ -> new long[1])[0] += bytes;
    }

    void countLinker(String section, long bytes) {
        if (bytes != 0) {
            count(LINKER + section, bytes);
        }
    }

    /** Whether the linker made a section of this name. */
    boolean hasLinker(String section) {
        return by.containsKey(LINKER + section);
    }

    void relocations(int count) {
        relocations += count;
    }

    void discard(String object, String section) {
        discarded.add(object + "(" + section + ")");
    }

    /** Whether a finding is still kept; its words need not be made when it is not. */
    boolean keeps() {
        return unexplained.size() < KEPT;
    }

    /** Counts a finding whose words nobody will see. */
    void addSilently(long bytes) {
        findings++;
        unexplainedBytes += bytes;
    }

    void add(Unexplained finding) {
        addSilently(finding.bytes());
        if (keeps()) {
            unexplained.add(finding);
        }
    }

    Account account(int sections, long bytes) {
        Map<String, Long> sums = new LinkedHashMap<>();
        by.forEach((owner, sum) -> sums.put(owner, sum[0]));
        return new Account(sections, bytes, sums, relocations, unexplainedBytes, findings, unexplained, discarded);
    }
}
