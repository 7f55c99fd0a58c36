package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;

/**
 * The linker that this project brings: links draws of one kit, each in about the time that copying the kernel takes, since
 * all that no draw changes was done once, in the {@link Template}.
 */
public final class BuiltInLinker {
    /** Names it in ledgers; counted up whenever the same draw gives other bytes than before. */
    public static final String VERSION = "KARL Workbench built-in linker 1";

    private final Template template;
    private final Placer placer;
    private final LinkOrder order;
    private final KernelSymbols symbols;

    /**
     * A linker for a kit. Several threads may use it at a time.
     *
     * @param template the kit as it was read and bound
     */
    public BuiltInLinker(Template template) {
        this.template = template;
        order = new LinkOrder(template);
        placer = new Placer(template, order);
        symbols = new KernelSymbols(template);
    }

    /**
     * Whether it links a machine's objects.
     *
     * @param machine e_machine
     * @return true for amd64 and i386
     */
    public static boolean links(int machine) {
        return Machine.of(machine).isPresent();
    }

    /**
     * Links one draw.
     *
     * @param names all objects in link order, the gap among them as {@link GapObject#NAME}
     * @param gaps the sizes of the gaps
     * @param page to what {@code endboot} is aligned, a power of two
     * @param pad the word that fills the gaps
     * @return the kernel; the same bytes for the same arguments
     * @throws EngineException with code {@code bad-order}, {@code bad-script}, {@code script-assert},
     *     {@code relocation-overflow}, {@code no-entry}, {@code unlinkable}
     */
    public LinkedKernel link(List<String> names, Gaps gaps, long page, int pad) throws EngineException {
        Placement placement = placer.place(names, gaps, page);
        byte[] bytes = new KernelWriter(template, placement, order, symbols).write(pad);
        return new LinkedKernel(bytes, rows(placement));
    }

    private List<PlacedPiece> rows(Placement placement) {
        List<PlacedPiece> rows = new ArrayList<>();
        for (int output : placement.order) {
            for (int statement : template.outputs().get(output).statements()) {
                for (int i = order.first(statement); i < placement.ends[statement]; i++) {
                    rows.add(row(placement, output, placement.sorted[i]));
                }
            }
        }
        return rows;
    }

    private PlacedPiece row(Placement placement, int output, int piece) {
        Pieces pieces = template.pieces();
        int object = pieces.object(piece);
        int objects = template.read().objects().size();
        String name = object < objects
                ? template.read().objects().get(object).name()
                : object == objects ? GapObject.NAME : "";
        boolean common = object < objects && pieces.section(piece) == Pieces.NO_SECTION;
        PlacedPiece.Kind kind = object > objects
                ? PlacedPiece.Kind.LINKER
                : common
                        ? PlacedPiece.Kind.COMMON
                        : template.read().merged().isMerged(piece) ? PlacedPiece.Kind.MERGED : PlacedPiece.Kind.INPUT;
        return new PlacedPiece(
                kind,
                name,
                pieces.name(piece),
                object < objects && !common ? pieces.section(piece) : -1,
                template.outputs().get(output).name(),
                placement.base[piece],
                placement.size[piece]);
    }
}
