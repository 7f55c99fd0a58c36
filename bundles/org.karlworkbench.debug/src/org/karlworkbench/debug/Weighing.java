package org.karlworkbench.debug;

import java.util.List;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.elf.EngineException;

/**
 * How well one relink agrees with what a trace says. Each agreement counts by how seldom chance would give it, in bits: a
 * symbol that lies where it is said to lie, a format of panic that would print the message, a return address that follows a
 * call; more pointers to functions, data and strings than chance would give. Some disagreements no real trace has; one of
 * those rules a relink out.
 */
final class Weighing {
    /** What tells two relinks apart for certain: one in 128 would agree by chance. */
    static final double ENOUGH = 7;

    private static final double CLAIM = 20;
    private static final double FORMAT = 20;
    private static final double CALL = 4;
    private static final double NO_CALL = -2;

    /** So few return addresses can all be something else: an interrupted place, a word that looked like a frame. */
    private static final int FEW_FRAMES = 3;

    private final Relinked relink;
    private final String panic;
    private double bits;
    private int agreeing;
    private int about;
    private int frames;
    private int calls;
    private final Hits arguments = new Hits();
    private final Hits pointers = new Hits();
    private String contradiction;

    private Weighing(Relinked relink, String panic) {
        this.relink = relink;
        this.panic = panic;
    }

    /**
     * Weighs a relink.
     *
     * @param relink the relink
     * @param mentions what the trace names, each once
     * @param panic the message of the panic, or null
     */
    static Weighing of(Relinked relink, List<Mention> mentions, String panic) throws EngineException {
        Weighing weighing = new Weighing(relink, panic);
        for (Mention each : mentions) {
            if (each.hasAddress() && weighing.contradiction == null) {
                weighing.weigh(each);
            }
        }
        weighing.bits += weighing.arguments.bits() + weighing.pointers.bits();
        weighing.judgeFrames();
        return weighing;
    }

    Relinked relink() {
        return relink;
    }

    double bits() {
        return bits;
    }

    /** How many places agree beyond chance. */
    int agreeing() {
        return agreeing;
    }

    /** How many addresses of the trace are about this kernel at all. */
    int about() {
        return about;
    }

    /** Why the trace cannot be from this relink, or null. */
    String contradiction() {
        return contradiction;
    }

    private void weigh(Mention mention) throws EngineException {
        if (mention.hasSymbol()) {
            claim(mention);
        } else if (relink.holds(mention.address())) {
            about++;
            switch (mention.role()) {
                case FRAME -> frame(mention);
                case ARGUMENT -> argument(mention);
                case COUNTER -> counter(mention);
                case POINTER -> pointer(mention);
            }
        }
    }

    private void claim(Mention mention) {
        long[] addresses = relink.addresses(mention.symbol(), mention.offset());
        if (addresses.length == 0) {
            return; // a name that this kernel does not have: the kit's affair
        }
        about++;
        for (long address : addresses) {
            if (address == mention.address()) {
                agree(CLAIM);
                return;
            }
        }
        contradict(mention, "not " + mention.name());
    }

    private void frame(Mention mention) throws EngineException {
        Spot spot = relink.atCall(mention.address());
        if (spot != null && (spot.area() == Area.GAP || spot.area() == Area.FILL || spot.area() == Area.DATA)) {
            contradict(mention, "and nothing returns there");
        } else if (relink.knowsCalls()) {
            frames++;
            boolean called = relink.followsCall(mention.address());
            calls += called ? 1 : 0;
            if (called) {
                agree(CALL);
            } else {
                bits += NO_CALL;
            }
        }
    }

    private void counter(Mention mention) {
        Spot spot = relink.at(mention.address());
        boolean code = spot != null && (spot.area() == Area.CODE || spot.area() == Area.STARTUP);
        bits += code ? 0 : NO_CALL;
    }

    private void argument(Mention mention) throws EngineException {
        Spot spot = relink.at(mention.address());
        boolean format = panic != null && mention.symbol().equals("panic") && isFirst(mention);
        if (format && relink.knowsStrings(mention.address())) {
            format(mention);
        } else {
            boolean string = relink.knowsStrings(mention.address()) && relink.beginsString(mention.address());
            hit(arguments, spot != null && spot.isStart() || string);
        }
    }

    /** Whether an argument stands right behind the bracket. */
    private static boolean isFirst(Mention mention) {
        String hex = Long.toHexString(mention.address());
        return mention.text().contains("panic(" + hex) || mention.text().contains("panic(0x" + hex);
    }

    private void format(Mention mention) throws EngineException {
        String format = relink.string(mention.address());
        if (format != null && Strings.prints(format, panic)) {
            agree(FORMAT);
        } else if (format == null || !format.equals("%s")) {
            contradict(mention, "and panic's format is not there");
        }
    }

    private void pointer(Mention mention) throws EngineException {
        Spot spot = relink.at(mention.address());
        boolean start = spot != null && spot.isStart();
        hit(pointers, start || spot != null && spot.area() == Area.CODE && relink.followsCall(mention.address()));
    }

    private void hit(Hits of, boolean hit) {
        of.add(hit);
        agreeing += hit ? 1 : 0;
    }

    private void agree(double more) {
        agreeing++;
        bits += more;
    }

    private void contradict(Mention mention, String why) {
        Spot spot = relink.at(mention.address());
        contradiction = "0x" + Long.toHexString(mention.address()) + " is "
                + (spot == null ? "outside of the kernel" : spot.name()) + " there, " + why + " (line " + mention.line()
                + ")";
    }

    private void judgeFrames() {
        if (contradiction == null && frames >= FEW_FRAMES && calls * 2 < frames) {
            contradiction = "only " + calls + " of " + frames + " return addresses follow a call there";
        }
    }
}
