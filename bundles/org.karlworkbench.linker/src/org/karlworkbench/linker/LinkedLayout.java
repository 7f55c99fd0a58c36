package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.kit.GapObject;

/** Where one draw of a kit puts everything. */
public final class LinkedLayout {
    private final Template template;
    private final LinkOrder order;
    private final Placement placement;

    LinkedLayout(Template template, LinkOrder order, Placement placement) {
        this.template = template;
        this.order = order;
        this.placement = placement;
    }

    /**
     * All pieces. The list is made anew at each call.
     *
     * @return rows by output section and address
     */
    public List<PlacedPiece> pieces() {
        List<PlacedPiece> rows = new ArrayList<>();
        for (int output : placement.order) {
            int first = rows.size();
            for (int statement : template.outputs().get(output).statements()) {
                for (int i = order.first(statement); i < placement.ends[statement]; i++) {
                    rows.add(row(output, placement.sorted[i]));
                }
            }
            if (addData(output, rows)) {
                rows.subList(first, rows.size()).sort((a, b) -> Long.compareUnsigned(a.address(), b.address()));
            }
        }
        return rows;
    }

    /** Adds the numbers that the script puts into a section. */
    private boolean addData(int output, List<PlacedPiece> rows) {
        int before = rows.size();
        for (Placement.Datum datum : placement.data) {
            if (datum.output() == output) {
                String name = template.outputs().get(output).name();
                rows.add(new PlacedPiece(PlacedPiece.Kind.LINKER, "", name, -1, name, datum.address(), datum.bytes()));
            }
        }
        return rows.size() > before;
    }

    private PlacedPiece row(int output, int piece) {
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
