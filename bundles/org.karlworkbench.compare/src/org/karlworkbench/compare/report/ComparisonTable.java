package org.karlworkbench.compare.report;

import java.util.Locale;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.elf.Csv;

/** All symbols of two kernels with both places, as comma-separated values (RFC 4180). */
public final class ComparisonTable {
    private ComparisonTable() {}

    /** The table as text, a row for each symbol. */
    public static String text(Comparison comparison) {
        Pairs pairs = comparison.symbols();
        StringBuilder text =
                new StringBuilder("object,name,kind,section,state,addressA,addressB,distance,sizeA,sizeB\r\n");
        for (int pair = 0; pair < pairs.count(); pair++) {
            boolean a = pairs.rowA(pair) >= 0;
            boolean b = pairs.rowB(pair) >= 0;
            text.append(Csv.text(pairs.object(pair))).append(',').append(Csv.text(pairs.name(pair)));
            text.append(',').append(pairs.kind(pair).label()).append(',').append(Csv.text(pairs.section(pair)));
            text.append(',').append(state(pairs, pair));
            text.append(',').append(a ? hex(pairs.addressA(pair)) : "");
            text.append(',').append(b ? hex(pairs.addressB(pair)) : "");
            text.append(',').append(a && b ? pairs.distance(pair) : "");
            text.append(',').append(a ? pairs.size(pair) : "");
            text.append(',').append(b ? pairs.sizeB(pair) : "").append("\r\n");
        }
        return text.toString();
    }

    static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }

    /** What became of a pair, as files call it. */
    static String state(Pairs pairs, int pair) {
        return switch (pairs.state(pair)) {
            case ONLY_A -> "onlyInA";
            case ONLY_B -> "onlyInB";
            default -> pairs.state(pair).name().toLowerCase(Locale.ROOT);
        };
    }
}
