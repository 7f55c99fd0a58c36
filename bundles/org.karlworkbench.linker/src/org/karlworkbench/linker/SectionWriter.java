package org.karlworkbench.linker;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Content;

/** Writes the bytes of output sections: pieces with their fields, the gap, the script's numbers, and what is between. */
final class SectionWriter {
    private final Template template;
    private final Placement placement;
    private final LinkOrder order;
    private final Pieces pieces;
    private final byte[] arena;
    private final byte[] image;
    private final Patcher patcher;
    private final int gapObject;
    private final byte[] pad;

    /**
     * A writer for one kernel.
     *
     * @param pad the gap's word in the target's byte order
     */
    SectionWriter(Template template, Placement placement, LinkOrder order, byte[] image, byte[] pad) {
        this.template = template;
        this.placement = placement;
        this.order = order;
        this.image = image;
        this.pad = pad;
        pieces = template.pieces();
        arena = template.read().arena().bytes();
        patcher = new Patcher(template, placement, image);
        gapObject = template.read().objects().size();
    }

    /**
     * Writes a section.
     *
     * @param output its number; not one without bytes
     * @param offset where it begins in the file
     */
    void write(int output, int offset) throws EngineException {
        new Run(output, offset).write();
    }

    /** One section on its way. */
    private final class Run {
        private final Output output;
        private final int number;
        private final long origin;
        private byte[] fill;
        private int at;

        Run(int number, int offset) {
            this.number = number;
            output = template.outputs().get(number);
            origin = placement.address[number] - offset;
            at = offset;
            byte[] own = output.isOrphan()
                    ? new byte[0]
                    : output.description().fill().pattern();
            boolean code = (template.outputs().flags(number) & (int) Elf.SHF_EXECINSTR) != 0;
            fill = own.length > 0 ? own : new byte[] {code ? template.machine().trap() : 0};
        }

        void write() throws EngineException {
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
            fillTo((int) (placement.address[number] + placement.extent[number] - origin));
            for (Placement.Datum datum : placement.data) {
                if (datum.output() == number) {
                    put((int) (datum.address() - origin), datum);
                }
            }
        }

        private void put(int where, Placement.Datum datum) {
            for (int i = 0; i < datum.bytes(); i++) {
                image[where + i] = (byte) (datum.value() >>> Byte.SIZE * i);
            }
        }

        private void statement(int statement) throws EngineException {
            for (int i = order.first(statement); i < placement.ends[statement]; i++) {
                int piece = placement.sorted[i];
                int size = (int) placement.size[piece];
                if (size > 0) {
                    int start = (int) (placement.base[piece] - origin);
                    fillTo(start);
                    piece(piece, start, size);
                    at = start + size;
                }
            }
        }

        private void piece(int piece, int start, int size) throws EngineException {
            if (pieces.object(piece) == gapObject) {
                repeat(pad, start, start + size);
            } else if (pieces.content(piece) >= 0) {
                System.arraycopy(arena, pieces.content(piece), image, start, size);
                patcher.patch(piece, start);
            }
        }

        private void fillTo(int end) {
            if (end > at) {
                repeat(fill, at, end);
                at = end;
            }
        }

        private void repeat(byte[] pattern, int from, int to) {
            if (pattern.length == 1) {
                Arrays.fill(image, from, to, pattern[0]);
                return;
            }
            for (int i = from; i < to; i++) {
                image[i] = pattern[(i - from) % pattern.length];
            }
        }
    }
}
