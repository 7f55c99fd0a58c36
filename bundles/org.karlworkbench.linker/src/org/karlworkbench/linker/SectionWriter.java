package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.machine.Words;
import org.karlworkbench.linker.script.Content;

/**
 * Writes the bytes of output sections: pieces with their fields, the gap, the script's numbers, and what is between. The
 * work is cut into chunks that several threads can do at a time.
 */
final class SectionWriter {
    /** So many bytes are worth a thread's while. */
    private static final long CHUNK = 1 << 18;

    private final Template template;
    private final Placement placement;
    private final LinkOrder order;
    private final Segments segments;
    private final Pieces pieces;
    private final byte[] arena;
    private final byte[] image;
    private final Patcher patcher;
    private final int gapObject;
    private final byte[] pad;

    /**
     * Pieces that follow each other in a section.
     *
     * @param from the first in the order of the placement
     * @param to the one behind the last
     * @param distance what to subtract from an address for the place in the file
     * @param begin where in the file the padding before the first begins
     * @param end where the last ends, or the padding behind it
     * @param fill what the padding is made of
     */
    private record Chunk(int from, int to, long distance, int begin, int end, byte[] fill) {}

    /**
     * A writer for one kernel.
     *
     * @param pad the gap's word in the target's byte order
     */
    SectionWriter(
            Template template, Placement placement, LinkOrder order, Segments segments, byte[] image, byte[] pad) {
        this.template = template;
        this.placement = placement;
        this.order = order;
        this.segments = segments;
        this.image = image;
        this.pad = pad;
        pieces = template.pieces();
        arena = template.read().arena().bytes();
        patcher = new Patcher(template, placement, image);
        gapObject = template.read().objects().size();
    }

    /** The parts of all sections. */
    List<Part> parts() {
        List<Part> all = new ArrayList<>();
        for (int output : placement.order) {
            if (!template.outputs().isNoBits(output)) {
                for (Chunk chunk : new Cutter(output).cut()) {
                    all.add(new Part(chunk.begin(), chunk.end(), () -> write(chunk)));
                }
            }
        }
        return all;
    }

    /** The script's numbers; to be made when all else is. */
    List<Part> data() {
        Words words = new Words(template.machine().order());
        List<Part> all = new ArrayList<>();
        for (Placement.Datum datum : placement.data) {
            int at = (int) (datum.address() - distance(datum.output()));
            all.add(new Part(at, at + datum.bytes(), () -> words.put(image, at, datum.bytes(), datum.value())));
        }
        return all;
    }

    private long distance(int output) {
        return placement.address[output] - segments.offset(output);
    }

    private void write(Chunk chunk) throws EngineException {
        int at = chunk.begin();
        for (int i = chunk.from(); i < chunk.to(); i++) {
            int piece = placement.sorted[i];
            int size = (int) placement.size[piece];
            if (size > 0) {
                int start = (int) (placement.base[piece] - chunk.distance());
                repeat(chunk.fill(), at, start);
                write(piece, start, size);
                at = start + size;
            }
        }
        repeat(chunk.fill(), at, chunk.end());
    }

    private void write(int piece, int start, int size) throws EngineException {
        if (pieces.object(piece) == gapObject) {
            repeat(pad, start, start + size);
        } else if (pieces.content(piece) >= 0) {
            System.arraycopy(arena, pieces.content(piece), image, start, size);
            patcher.patch(piece, start);
        }
    }

    private void repeat(byte[] pattern, int from, int to) {
        if (from >= to) {
            return;
        }
        if (pattern.length == 1) {
            Arrays.fill(image, from, to, pattern[0]);
            return;
        }
        for (int i = from; i < to; i++) {
            image[i] = pattern[(i - from) % pattern.length];
        }
    }

    /** Cuts a section into chunks. */
    private final class Cutter {
        private final Output output;
        private final int number;
        private final long distance;
        private final List<Chunk> chunks = new ArrayList<>();
        private byte[] fill;
        private int at;

        Cutter(int number) {
            this.number = number;
            output = template.outputs().get(number);
            distance = distance(number);
            at = (int) segments.offset(number);
            byte[] own = output.isOrphan()
                    ? new byte[0]
                    : output.description().fill().pattern();
            boolean code = (template.outputs().flags(number) & (int) Elf.SHF_EXECINSTR) != 0;
            fill = own.length > 0 ? own : new byte[] {code ? template.machine().trap() : 0};
        }

        List<Chunk> cut() {
            if (output.isOrphan()) {
                statement(output.statements().getFirst());
            } else {
                for (Content content : output.description().contents()) {
                    if (content instanceof Content.Input input) {
                        statement(template.read().statements().number(input));
                    } else if (content instanceof Content.Filling filling) {
                        fill = filling.fill().pattern();
                    }
                }
            }
            int end = (int) (placement.address[number] + placement.extent[number] - distance);
            chunks.add(new Chunk(0, 0, distance, at, end, fill));
            return chunks;
        }

        private void statement(int statement) {
            int from = order.first(statement);
            int begin = at;
            for (int i = from; i < placement.ends[statement]; i++) {
                int piece = placement.sorted[i];
                if (placement.size[piece] > 0) {
                    at = (int) (placement.base[piece] + placement.size[piece] - distance);
                }
                if (at - begin > CHUNK) {
                    chunks.add(new Chunk(from, i + 1, distance, begin, at, fill));
                    from = i + 1;
                    begin = at;
                }
            }
            chunks.add(new Chunk(from, placement.ends[statement], distance, begin, at, fill));
        }
    }
}
