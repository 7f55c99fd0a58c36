package org.karlworkbench.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts bytes by owner while an accounting goes on, and keeps the first things that are wrong. */
final class Tally {
    private static final String LINKER = "linker:";

    /** Enough to see what went wrong; a kernel of another kit would make millions. */
    private static final int KEPT = 100;

    private final long[] by = new long[Owner.values().length];
    private final Map<String, Long> byLinker = new LinkedHashMap<>();
    private final List<Unexplained> unexplained = new ArrayList<>();
    private final List<Unexplained> causes = new ArrayList<>();
    private final List<String> discarded = new ArrayList<>();
    private long unexplainedBytes;
    private long findings;
    private long checked;
    private long unchecked;

    void count(Owner owner, long bytes) {
        by[owner.ordinal()] += bytes;
    }

    void countLinker(String section, long bytes) {
        if (bytes != 0) {
            byLinker.merge(section, bytes, Long::sum);
        }
    }

    /** Whether the linker made a section of this name. */
    boolean hasLinker(String section) {
        return byLinker.containsKey(section);
    }

    void relocations(int computed, int taken) {
        checked += computed;
        unchecked += taken;
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

    /** Adds a finding that explains others, and so comes before them: a wrong word to which many refer. */
    void addCause(Unexplained finding) {
        addSilently(finding.bytes());
        if (causes.size() < KEPT) {
            causes.add(finding);
        }
    }

    Account account(int sections, long bytes) {
        causes.addAll(unexplained);
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Owner owner : Owner.values()) {
            sums.put(owner.label(), by[owner.ordinal()]);
        }
        byLinker.forEach((section, sum) -> sums.put(LINKER + section, sum));
        return new Account(sections, bytes, sums, checked, unchecked, unexplainedBytes, findings, causes, discarded);
    }
}
