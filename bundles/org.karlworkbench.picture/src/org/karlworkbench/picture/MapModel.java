package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What an address map shows: lanes over one address axis, made ready for painting. Immutable; costs O(items) to make. */
public final class MapModel {
    /** A model without lanes. */
    public static final MapModel EMPTY = of(List.of(), 4096);

    private final List<MapLane> lanes;
    private final AddressScale scale;
    private final long pageSize;
    private final Legend legend;
    private final List<MapMark> marks;
    private final List<LaneIndex> indexes;

    private MapModel(List<MapLane> lanes, AddressScale scale, long pageSize, Legend legend, List<MapMark> marks) {
        if (pageSize < 1) {
            throw new IllegalArgumentException("page size " + pageSize);
        }
        this.lanes = List.copyOf(lanes);
        this.scale = scale;
        this.pageSize = pageSize;
        this.legend = legend;
        this.marks = List.copyOf(marks);
        this.indexes =
                this.lanes.stream().map(lane -> new LaneIndex(lane, scale)).toList();
    }

    /**
     * Makes a model whose axis reaches over all items, its big holes folded.
     *
     * @param lanes from the upper to the lower one
     * @param pageSize bytes of a page, above 0
     * @throws IllegalArgumentException if the page size is not above 0
     */
    public static MapModel of(List<MapLane> lanes, long pageSize) {
        return of(lanes, pageSize, Legend.NONE);
    }

    /**
     * Makes a model with a legend below it.
     *
     * @param lanes as in {@link #of(List, long)}
     * @param pageSize as in {@link #of(List, long)}
     * @param legend what the colours mean
     */
    public static MapModel of(List<MapLane> lanes, long pageSize, Legend legend) {
        return new MapModel(lanes, AddressScale.of(lanes), pageSize, legend, List.of());
    }

    /** Returns the lanes of two models over one common axis, so that an address lies at the same place in both. */
    public static List<MapModel> onOneScale(MapModel a, MapModel b) {
        List<MapLane> all = new ArrayList<>(a.lanes);
        all.addAll(b.lanes);
        AddressScale common = AddressScale.of(all);
        return List.of(
                new MapModel(a.lanes, common, a.pageSize, a.legend, a.marks),
                new MapModel(b.lanes, common, b.pageSize, b.legend, b.marks));
    }

    /** Returns other lanes over this model's axis; what lies beyond it is not seen. */
    public MapModel withLanes(List<MapLane> others) {
        return new MapModel(others, scale, pageSize, legend, marks);
    }

    /** Returns the same model with ranges that are marked over all lanes, and in the legend where they have words. */
    public MapModel withMarks(List<MapMark> ranges) {
        List<Legend.Entry> entries = new ArrayList<>(legend.entries());
        ranges.stream()
                .filter(mark -> !mark.words().isEmpty())
                .forEach(mark -> entries.add(new Legend.Entry(mark.colour(), mark.words())));
        return new MapModel(lanes, scale, pageSize, new Legend(entries), ranges);
    }

    /** Returns the ranges that are marked over all lanes. */
    public List<MapMark> marks() {
        return marks;
    }

    /** Returns the lanes from the upper to the lower one. */
    public List<MapLane> lanes() {
        return lanes;
    }

    /** Returns a lane by its number. */
    public MapLane lane(int lane) {
        return lanes.get(lane);
    }

    /** Returns the address axis. */
    public AddressScale scale() {
        return scale;
    }

    /** Returns what the colours mean. */
    public Legend legend() {
        return legend;
    }

    /** Returns the bytes of a page. */
    public long pageSize() {
        return pageSize;
    }

    /** Tells whether there is nothing to show. */
    public boolean isEmpty() {
        return scale.length() == 0;
    }

    /** Tells whether a lane has an item of a number. */
    public boolean has(int lane, int item) {
        return lane >= 0
                && lane < lanes.size()
                && item >= 0
                && item < lanes.get(lane).count();
    }

    /** Returns the coordinate where an item starts. */
    public long startOf(int lane, int item) {
        return indexes.get(lane).startOf(item);
    }

    /** Returns the coordinate after an item's last byte. */
    public long endOf(int lane, int item) {
        return indexes.get(lane).endOf(item);
    }

    /**
     * Returns the item that one sees at an address of a lane.
     *
     * @return its number, or -1
     */
    public int itemAt(int lane, long address) {
        long coordinate = scale.coordinateOf(address);
        Pieces pieces = indexes.get(lane).pieces();
        int piece = pieces.firstEndingAfter(coordinate);
        boolean inside = piece < pieces.count() && pieces.start(piece) <= coordinate && !scale.isFolded(coordinate);
        return inside ? pieces.item(piece) : -1;
    }

    /**
     * Returns the first item of a lane that one sees after an address.
     *
     * @return its number, or -1
     */
    public int nextItem(int lane, long address) {
        Pieces pieces = indexes.get(lane).pieces();
        int piece = pieces.firstEndingAfter(scale.coordinateOf(address));
        return piece < pieces.count() ? pieces.item(piece) : -1;
    }

    LaneIndex index(int lane) {
        return indexes.get(lane);
    }

    int[] piecesOf(int lane, BitSet items) {
        return indexes.get(lane).piecesOf(items);
    }
}
