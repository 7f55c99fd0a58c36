package org.karlworkbench.relink;

/**
 * The COMMON symbols of one object, which GNU ld lists as one area with the symbols below it, and lld as an area for
 * each.
 */
final class CommonArea {
    private final LinkMap map;
    private boolean open;
    private int object;
    private int name;
    private int output;
    private long start;
    private long end;

    CommonArea(LinkMap map) {
        this.map = map;
    }

    /** Whether an input section of this name holds COMMON symbols. */
    static boolean isCommon(String section) {
        return section.equals("COMMON") || section.equals(".scommon") || section.equals("LARGE_COMMON");
    }

    boolean isOpen() {
        return open;
    }

    /** An area begins, and the one before it has ended. */
    void begin(int ofObject, int section, int inOutput, long address, long size) {
        end();
        open = true;
        object = ofObject;
        name = section;
        output = inOutput;
        start = address;
        end = address + size;
    }

    /** A symbol in the area; it reaches to the next one. */
    void symbol(int symbol, long address) {
        if (Long.compareUnsigned(address, start) < 0 || Long.compareUnsigned(address, end) >= 0) {
            return;
        }
        row(address);
        name = symbol;
        start = address;
    }

    /** No more symbols of the area follow. */
    void end() {
        if (open) {
            row(end);
            open = false;
        }
    }

    private void row(long to) {
        if (to != start) {
            map.add(LinkMap.COMMON, object, name, output, start, to - start);
        }
    }
}
