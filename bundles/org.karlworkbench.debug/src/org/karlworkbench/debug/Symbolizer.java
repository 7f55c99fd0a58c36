package org.karlworkbench.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.karlworkbench.debug.Symbolized.Rejected;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.debug.trace.Crash;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.debug.trace.Role;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Finds the relink from which a trace comes, and what the trace names there. Names and offsets hold for every relink of a
 * kit and tell only whether it is the right kit; addresses tell the relink.
 */
public final class Symbolizer {
    /** So many kernels are read for what stands in their merged strings, where the places alone leave several. */
    private static final int MOST_KERNELS = 64;

    private final Trace trace;
    private final List<Mention> once;
    private final Progress progress;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private final List<Fit> fits = new ArrayList<>();
    private int all;

    private Symbolizer(Trace trace, Progress progress) {
        this.trace = trace;
        this.progress = progress;
        Map<Object, Mention> distinct = new LinkedHashMap<>();
        for (Mention each : trace.evidence()) {
            distinct.putIfAbsent(Arrays.asList(each.role(), each.symbol(), each.offset(), each.address()), each);
        }
        once = List.copyOf(distinct.values());
    }

    /** A relink that nothing contradicts, and its kit. */
    private record Fit(Suspects suspects, Weighing weighing) {}

    /** How many names of the trace a kit has with such an offset, and how many it has not. */
    private record Names(int known, int unknown) {
        boolean isWrong() {
            return unknown > known;
        }
    }

    /**
     * Symbolizes a trace.
     *
     * @param trace the trace
     * @param origin what it is held against; stays open
     * @param progress told of steps; asked for cancel
     * @return what it means
     * @throws EngineException when the ledger's folder or the kit's files cannot be read
     */
    public static Symbolized run(Trace trace, Origin origin, Progress progress) throws EngineException {
        Symbolizer symbolizer = new Symbolizer(trace, progress);
        symbolizer.tellCrash();
        return symbolizer.judge(origin.suspects(trace, progress));
    }

    private Symbolized judge(List<Suspects> suspects) throws EngineException {
        List<Suspects> right = new ArrayList<>();
        Names best = new Names(0, 0);
        for (Suspects each : suspects) {
            rejected.addAll(each.unread());
            Names names = names(each);
            best = names.known() > best.known() || best.known() == 0 ? names : best;
            if (names.isWrong()) {
                String reason = "its kit has " + names.known() + " of the " + (names.known() + names.unknown())
                        + " names and offsets in the trace";
                each.relinks().forEach(relink -> rejected.add(new Rejected(relink.title(), reason)));
            } else if (each.kit() != null || !each.relinks().isEmpty()) {
                right.add(each);
                weigh(each);
            }
        }
        boolean foreign = best.isWrong() || best.unknown() > 0 && fits.isEmpty() && all > 0;
        if (right.isEmpty() || fits.isEmpty() && (foreign || all > 0 || best.known() == 0)) {
            return nothing(foreign, best);
        }
        tell(best);
        return fits.isEmpty() ? kitOnly(right, List.of()) : chosen(right);
    }

    private Names names(Suspects suspects) {
        int known = 0;
        int unknown = 0;
        for (Mention each : once) {
            if (each.hasSymbol()) {
                boolean knows = suspects.knows(each.symbol(), each.offset());
                known += knows ? 1 : 0;
                unknown += knows ? 0 : 1;
            }
        }
        return new Names(known, unknown);
    }

    private void weigh(Suspects suspects) throws EngineException {
        all += suspects.relinks().size();
        List<Object> weighed =
                suspects.relinks().parallelStream().map(this::weighing).toList();
        for (Object each : weighed) {
            progress.checkCancelled();
            if (each instanceof EngineException e) {
                throw e;
            }
            Weighing weighing = (Weighing) each;
            if (weighing.contradiction() == null) {
                fits.add(new Fit(suspects, weighing));
            } else {
                rejected.add(new Rejected(weighing.relink().title(), weighing.contradiction()));
            }
        }
    }

    private Object weighing(Relinked relink) {
        try {
            return Weighing.of(relink, once, trace.panic());
        } catch (EngineException e) {
            return e;
        }
    }

    private void tellCrash() {
        Crash crash = trace.crash();
        if (crash != null && crash.count() > 1) {
            String which = crash.isLast() ? "the last one" : "number " + crash.number();
            evidence.add("the log has " + crash.count() + " crashes, and this is " + which + ", from line "
                    + crash.line() + " on" + (crash.panic() == null ? "" : ": panic: " + crash.panic()));
        }
    }

    private void tell(Names names) {
        if (names.known() + names.unknown() > 0) {
            evidence.add(names.known() + " of " + (names.known() + names.unknown())
                    + " names and offsets are in the kit, which holds for every relink of it");
        }
    }

    /** Of the relinks that nothing contradicts, those that agree about as well as the best one. */
    private Symbolized chosen(List<Suspects> right) throws EngineException {
        List<Fit> close = closest();
        if (close.size() > 1 && close.size() <= MOST_KERNELS && trace.panic() != null) {
            readKernels(close);
            close = closest();
        }
        Fit best = close.getFirst();
        boolean strong = best.weighing().bits() >= Weighing.ENOUGH;
        boolean distinct = close.size() < all || close.size() == 1 && strong;
        boolean disagrees = best.weighing().about() == 0 || best.weighing().bits() < 0;
        if (!distinct && hasNames() || disagrees) {
            return hasNames() ? kitOnly(right, close) : nothing(false, new Names(0, 0));
        }
        double least = best.weighing().bits() - Weighing.ENOUGH;
        for (Fit each : fits) {
            if (!close.contains(each)) {
                rejected.add(new Rejected(
                        each.weighing().relink().title(),
                        String.format(
                                Locale.ROOT,
                                "%d of its places agree beyond chance, and %d of another's (%.0f bits less)",
                                each.weighing().agreeing(),
                                best.weighing().agreeing(),
                                least + Weighing.ENOUGH - each.weighing().bits())));
            }
        }
        return close.size() == 1 ? identified(best, strong) : several(close);
    }

    private List<Fit> closest() {
        fits.sort(Comparator.comparingDouble((Fit each) -> -each.weighing().bits())
                .thenComparing(each -> each.weighing().relink().title()));
        double best = fits.getFirst().weighing().bits();
        return fits.stream()
                .filter(each -> each.weighing().bits() > best - Weighing.ENOUGH)
                .toList();
    }

    private void readKernels(List<Fit> close) throws EngineException {
        for (Fit each : close) {
            progress.checkCancelled();
            each.weighing().relink().openKernel();
            Weighing again = Weighing.of(each.weighing().relink(), once, trace.panic());
            fits.remove(each);
            if (again.contradiction() == null) {
                fits.add(new Fit(each.suspects(), again));
            } else {
                rejected.add(new Rejected(again.relink().title(), again.contradiction()));
            }
        }
        if (fits.isEmpty()) {
            fits.addAll(close); // no kernel prints this: the message is cut, and tells nothing
        }
    }

    private boolean hasNames() {
        return once.stream().anyMatch(Mention::hasSymbol);
    }

    private Symbolized identified(Fit fit, boolean strong) throws EngineException {
        String title = fit.weighing().relink().title();
        evidence.add(fit.weighing().agreeing() + " of " + fit.weighing().about()
                + " addresses that are about this kernel agree with it beyond chance");
        if (!strong) {
            evidence.add("that is little: a relink that is not known here could agree as well");
        }
        Frames frames = new Frames(fit.suspects().kit(), List.of(fit.weighing().relink()), strong);
        return answer(Verdict.IDENTIFIED, title, List.of(title), frames);
    }

    private Symbolized several(List<Fit> close) throws EngineException {
        evidence.add(close.size() + " relinks agree with the trace about equally well");
        List<Relinked> relinks =
                close.stream().map(each -> each.weighing().relink()).toList();
        KitSymbols kit = close.getFirst().suspects().kit();
        boolean oneKit = close.stream().allMatch(each -> each.suspects().kit() == kit);
        return answer(Verdict.SEVERAL, null, titles(relinks), new Frames(oneKit ? kit : null, relinks, false));
    }

    private Symbolized kitOnly(List<Suspects> right, List<Fit> close) throws EngineException {
        evidence.add("valid for every relink of this kit: nothing in the trace differs from one to the next");
        List<Relinked> relinks = close.isEmpty()
                ? right.stream().flatMap(each -> each.relinks().stream()).toList()
                : close.stream().map(each -> each.weighing().relink()).toList();
        KitSymbols kit = right.getFirst().kit();
        return answer(
                Verdict.KIT_ONLY,
                null,
                titles(relinks),
                new Frames(kit, kit == null || right.size() > 1 ? relinks : List.of(), false));
    }

    private Symbolized nothing(boolean foreign, Names names) throws EngineException {
        if (trace.mentions().isEmpty()) {
            evidence.add("the trace names no address and no symbol with an offset");
        } else if (foreign) {
            evidence.add(names.known() + " of " + (names.known() + names.unknown())
                    + " names and offsets in the trace are in the kit: it is of another kernel");
        } else {
            evidence.add("no relink that is known here agrees with the trace");
        }
        return answer(foreign ? Verdict.WRONG_KIT : Verdict.NONE, null, List.of(), new Frames(null, List.of(), false));
    }

    private Symbolized answer(Verdict verdict, String entry, List<String> candidates, Frames frames)
            throws EngineException {
        List<Frame> places = frames.of(trace.mentions(), EnumSet.of(Role.FRAME, Role.COUNTER, Role.POINTER));
        return new Symbolized(
                verdict,
                entry,
                candidates,
                evidence,
                rejected,
                frames.kit() == null ? places : SourceLines.of(places, frames.kit(), progress),
                frames.of(trace.mentions(), EnumSet.of(Role.ARGUMENT)),
                trace.crash(),
                trace.leftOut(),
                trace.cut());
    }

    private static List<String> titles(List<Relinked> relinks) {
        return Stream.of(relinks.toArray(Relinked[]::new))
                .map(Relinked::title)
                .sorted()
                .toList();
    }
}
