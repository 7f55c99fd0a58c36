package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.karlworkbench.compare.Pairs;

/** All symbols of two kernels with both places, one a row. */
final class DiffRows {
    private DiffRows() {}

    static void csv(PrintWriter out, Pairs pairs) {
        out.print("object,name,kind,section,state,addressA,addressB,distance,sizeA,sizeB\r\n");
        for (int pair = 0; pair < pairs.count(); pair++) {
            boolean a = pairs.rowA(pair) >= 0;
            boolean b = pairs.rowB(pair) >= 0;
            out.print(Csv.text(pairs.object(pair)) + "," + Csv.text(pairs.name(pair)) + ","
                    + pairs.kind(pair).label() + "," + Csv.text(pairs.section(pair)) + "," + state(pairs, pair) + ","
                    + (a ? JsonAnswer.hex(pairs.addressA(pair)) : "") + ","
                    + (b ? JsonAnswer.hex(pairs.addressB(pair)) : "") + ","
                    + (a && b ? pairs.distance(pair) : "") + "," + (a ? pairs.size(pair) : "") + ","
                    + (b ? pairs.sizeB(pair) : "") + "\r\n");
        }
    }

    static void json(JsonWriter json, Pairs pairs) throws IOException {
        json.name("rows").beginArray();
        for (int pair = 0; pair < pairs.count(); pair++) {
            boolean a = pairs.rowA(pair) >= 0;
            boolean b = pairs.rowB(pair) >= 0;
            json.beginObject();
            json.name("object").value(pairs.object(pair).isEmpty() ? null : pairs.object(pair));
            json.name("name").value(pairs.name(pair));
            json.name("kind").value(pairs.kind(pair).label());
            json.name("section").value(pairs.section(pair).isEmpty() ? null : pairs.section(pair));
            json.name("state").value(state(pairs, pair));
            json.name("addressA").value(a ? JsonAnswer.hex(pairs.addressA(pair)) : null);
            json.name("addressB").value(b ? JsonAnswer.hex(pairs.addressB(pair)) : null);
            json.name("distance").value(a && b ? Long.valueOf(pairs.distance(pair)) : null);
            json.name("sizeA").value(a ? Long.valueOf(pairs.size(pair)) : null);
            json.name("sizeB").value(b ? Long.valueOf(pairs.sizeB(pair)) : null);
            json.endObject();
        }
        json.endArray();
    }

    private static String state(Pairs pairs, int pair) {
        return switch (pairs.state(pair)) {
            case ONLY_A -> "onlyInA";
            case ONLY_B -> "onlyInB";
            default -> pairs.state(pair).name().toLowerCase(Locale.ROOT);
        };
    }
}
