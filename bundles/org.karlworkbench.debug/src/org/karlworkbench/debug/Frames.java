package org.karlworkbench.debug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.debug.trace.Role;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;

/** Says what each place of a trace is: in the one relink from which it comes, in all that are possible, or in the kit. */
final class Frames {
    private final KitSymbols kit;
    private final List<Relinked> relinks;
    private final boolean certain;

    /**
     * What is known.
     *
     * @param kit the kit, or null
     * @param relinks the relinks from which the trace may come; none where only the kit is known
     * @param certain whether it comes from the only one of them for certain
     */
    Frames(KitSymbols kit, List<Relinked> relinks, boolean certain) {
        this.kit = kit;
        this.relinks = relinks;
        this.certain = certain;
    }

    /** The kit whose objects may know files and lines, or null. */
    LoadedKit kit() {
        return kit == null ? null : kit.kit();
    }

    /** The places of the wanted roles; addresses that are about no kernel of these are left out. */
    List<Frame> of(List<Mention> mentions, Set<Role> roles) throws EngineException {
        List<Frame> frames = new ArrayList<>();
        for (Mention each : mentions) {
            boolean about = each.hasSymbol()
                    || each.role() == Role.FRAME
                    || relinks.stream().anyMatch(relink -> relink.holds(each.address()));
            if (roles.contains(each.role()) && about) {
                frames.add(each.hasSymbol() ? named(each) : addressed(each));
            }
        }
        return frames;
    }

    private Frame named(Mention mention) throws EngineException {
        Set<Spot> spots = new LinkedHashSet<>();
        if (kit != null) {
            for (KitSymbols.Definition each : kit.definitions(mention.symbol(), mention.offset())) {
                spots.add(new Spot(
                        each.object().sections().isExecutable(each.section()) ? Area.CODE : Area.DATA,
                        each.object().name(),
                        each.section(),
                        each.value() + mention.offset(),
                        mention.symbol(),
                        mention.offset()));
            }
        }
        Set<Long> addresses = new LinkedHashSet<>();
        for (Relinked relink : relinks) {
            for (long each : relink.addresses(mention.symbol(), mention.offset())) {
                addresses.add(each);
                if (kit == null) {
                    spots.add(named(relink.at(each), mention));
                }
            }
        }
        if (certain && mention.hasAddress() && addresses.contains(mention.address())) {
            boolean one = spots.size() == 1;
            Spot there = one
                    ? startup(spots.iterator().next(), mention.address())
                    : named(at(relinks.getFirst(), mention), mention);
            return frame(mention, mention.address(), there, Frame.Certainty.EXACT);
        }
        if (spots.isEmpty()) {
            return frame(mention, mention.address(), null, Frame.Certainty.NONE);
        }
        boolean one = spots.size() == 1;
        long address =
                certain && one && addresses.size() == 1 ? addresses.iterator().next() : mention.address();
        Spot spot = one ? startup(spots.iterator().next(), address) : common(spots);
        return frame(mention, address, spot, one ? Frame.Certainty.EXACT : Frame.Certainty.AMBIGUOUS);
    }

    private Spot startup(Spot spot, long address) {
        Spot there = certain && address != 0 ? relinks.getFirst().at(address) : null;
        return there != null && there.area() == Area.STARTUP ? with(spot, Area.STARTUP) : spot;
    }

    private static Spot with(Spot spot, Area area) {
        return new Spot(area, spot.object(), spot.section(), spot.sectionOffset(), spot.symbol(), spot.offset());
    }

    /** The place by the name that the trace gives it, which may be one of several at the same address. */
    private static Spot named(Spot spot, Mention mention) {
        return spot == null
                ? new Spot(Area.CODE, null, -1, 0, mention.symbol(), mention.offset())
                : new Spot(
                        spot.area(),
                        spot.object(),
                        spot.section(),
                        spot.sectionOffset(),
                        mention.symbol(),
                        mention.offset());
    }

    /** Of several possible places what they have in common: the name. */
    private static Spot common(Set<Spot> spots) {
        Spot first = spots.iterator().next();
        boolean object = spots.stream().allMatch(each -> Objects.equals(each.object(), first.object()));
        return new Spot(first.area(), object ? first.object() : null, -1, 0, first.symbol(), first.offset());
    }

    private Frame addressed(Mention mention) throws EngineException {
        Set<Spot> spots = new LinkedHashSet<>();
        for (Relinked relink : relinks) {
            Spot spot = at(relink, mention);
            if (spot != null) {
                spots.add(spot);
            }
        }
        if (spots.size() != 1) {
            Frame.Certainty certainty = spots.isEmpty() ? Frame.Certainty.NONE : Frame.Certainty.AMBIGUOUS;
            return frame(mention, mention.address(), null, certainty);
        }
        Spot spot = spots.iterator().next();
        boolean known = spot.object() != null || spot.symbol() != null || spot.area() == Area.STARTUP;
        Frame.Certainty certainty = !known
                ? Frame.Certainty.NONE
                : certain || relinks.size() > 1 ? Frame.Certainty.EXACT : Frame.Certainty.AMBIGUOUS;
        return frame(mention, mention.address(), spot, certainty);
    }

    private static Spot at(Relinked relink, Mention mention) throws EngineException {
        return mention.role() == Role.FRAME ? relink.atCall(mention.address()) : relink.at(mention.address());
    }

    private Frame frame(Mention mention, long address, Spot spot, Frame.Certainty certainty) throws EngineException {
        boolean returns = mention.role() == Role.FRAME && spot != null && follows(spot, address);
        return new Frame(mention, address, spot, certainty, null, returns);
    }

    private boolean follows(Spot spot, long address) throws EngineException {
        if (kit != null && spot.object() != null && spot.section() > 0) {
            return kit.followsCall(spot.object(), spot.section(), spot.sectionOffset());
        }
        return relinks.size() == 1 && address != 0 && relinks.getFirst().followsCall(address);
    }
}
