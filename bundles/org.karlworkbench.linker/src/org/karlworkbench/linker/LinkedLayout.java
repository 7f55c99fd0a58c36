package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;

/** Where one draw of a kit puts everything. */
public final class LinkedLayout {
    private final Template template;
    private final LinkOrder order;
    private final Placement placement;
    private final Gaps gaps;

    LinkedLayout(Template template, LinkOrder order, Placement placement, Gaps gaps) {
        this.template = template;
        this.order = order;
        this.placement = placement;
        this.gaps = gaps;
    }

    /** The kernel's sections; {@link LinkedNames} tells what the numbers mean. */
    public LinkedColumns sections() {
        ColumnsBuilder rows = new ColumnsBuilder(placement.order.size());
        for (int output : placement.order) {
            rows.add(output, placement.address[output], placement.extent[output]);
        }
        return rows.build();
    }

    /**
     * The blocks: what one object has under one statement of the script, as far as nothing else lies between. The gap's
     * pieces are among them.
     */
    public LinkedColumns blocks() {
        ColumnsBuilder rows = new ColumnsBuilder(placement.sorted.length);
        Pieces pieces = template.pieces();
        for (int output : placement.order) {
            for (int statement : template.outputs().get(output).statements()) {
                int object = -1;
                for (int i = order.first(statement); i < placement.ends[statement]; i++) {
                    int piece = placement.sorted[i];
                    if (pieces.object(piece) == object) {
                        rows.extend(placement.base[piece] + placement.size[piece]);
                    } else {
                        rows.add(piece, placement.base[piece], placement.size[piece]);
                    }
                    object = pieces.object(piece);
                }
            }
        }
        return rows.build();
    }

    /** All symbols that lie in a section, of whatever kind; thread-local ones where the template has them. */
    public LinkedColumns symbols() {
        SymbolRows all = template.symbolRows();
        ColumnsBuilder rows = new ColumnsBuilder(all.count());
        for (int output : placement.order) {
            for (int statement : template.outputs().get(output).statements()) {
                for (int i = order.first(statement); i < placement.ends[statement]; i++) {
                    int piece = placement.sorted[i];
                    all.addTo(rows, piece, placement.base[piece]);
                }
            }
        }
        return ColumnsBuilder.merged(rows.build(), slotted(all));
    }

    /**
     * Where a piece lies.
     *
     * @param piece a number of {@link LinkedPieces}
     * @return its first byte; 0 for what is not in this kernel
     */
    public long address(int piece) {
        return placement.base[piece];
    }

    /** The symbols that script, linker or draw define, in the order of their numbers; absolute ones are among them. */
    public LinkedColumns boundSymbols() {
        SymbolRows all = template.symbolRows();
        SymbolPlaces places = new SymbolPlaces(template, placement);
        int[] numbers = all.slotted();
        long[] addresses = new long[numbers.length];
        long[] sizes = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            KernelSymbols symbols = all.symbols();
            addresses[i] = places.address(symbols.target(numbers[i])) + symbols.value(numbers[i]);
            sizes[i] = symbols.size(numbers[i]);
        }
        return new LinkedColumns(numbers.clone(), addresses, sizes);
    }

    /** The symbols that the script, the linker or the draw defines, as far as they are addresses. */
    private LinkedColumns slotted(SymbolRows all) {
        KernelSymbols symbols = all.symbols();
        SymbolPlaces places = new SymbolPlaces(template, placement);
        ColumnsBuilder rows = new ColumnsBuilder(all.slotted().length);
        for (int symbol : all.slotted()) {
            int target = symbols.target(symbol);
            if (places.output(target) != SymbolPlaces.ABSOLUTE) {
                Names.Definition drawn = places.drawn(target);
                long size = drawn == null ? symbols.size(symbol) : drawn.size();
                rows.add(symbol, places.address(target) + symbols.value(symbol), size);
            }
        }
        return rows.build();
    }

    /** The gaps, by their number in {@link GapName}; those of no bytes too. Empty where the link order has no gap. */
    public LinkedColumns gaps() {
        ColumnsBuilder rows = new ColumnsBuilder(GapName.values().length);
        int[] pieces = template.read().gap();
        for (GapName name : GapName.values()) {
            int piece = pieces[Math.max(0, name.ordinal() - 1)];
            if (placement.rank[template.pieces().object(piece)] > 0) {
                long before = name == GapName.TEXT1 ? gaps.text0() : 0;
                rows.add(name.ordinal(), placement.base[piece] + before, gaps.of(name));
            }
        }
        return rows.build();
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
        boolean common = object < objects && pieces.section(piece) == Pieces.NO_SECTION;
        PlacedPiece.Kind kind = object > objects
                ? PlacedPiece.Kind.LINKER
                : common
                        ? PlacedPiece.Kind.COMMON
                        : template.read().merged().isMerged(piece) ? PlacedPiece.Kind.MERGED : PlacedPiece.Kind.INPUT;
        return new PlacedPiece(
                kind,
                template.read().objectName(object),
                pieces.name(piece),
                object < objects && !common ? pieces.section(piece) : -1,
                template.outputs().get(output).name(),
                placement.base[piece],
                placement.size[piece]);
    }
}
