package org.karlworkbench.relink.orders;

/**
 * How near one relocation comes to the limit of its kind in any order.
 *
 * @param kind the kind
 * @param margin the bytes that are left; below 0 if some order can exceed the limit
 * @param varies whether another order can change it
 * @param object the object
 * @param symbol the symbol that is meant
 */
record Reach(ReachKind kind, long margin, boolean varies, String object, String symbol) {
    /** Whether less than a tenth of what the field reaches is left. */
    boolean isShort() {
        return varies && margin < kind.most() / 10;
    }

    /** Whether another one says more: what varies before what does not, and then the nearer one. */
    boolean yieldsTo(long otherMargin, boolean otherVaries) {
        return otherVaries == varies ? otherMargin < margin : otherVaries;
    }
}
