package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.verify.References;

/**
 * The references that were found.
 *
 * @param asked the words by which the symbol was named
 * @param layout the kernel's
 * @param references all of the kernel; null if nothing has the name
 * @param hits what has the name
 * @param from whether they are its own, and not those to it
 * @param found their numbers
 */
record ReferencesAnswer(String asked, Layout layout, References references, List<Hit> hits, boolean from, int[] found)
        implements Answer {

    @Override
    public int status() {
        return found.length == 0 ? Karl.NO : Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        Hit first = hits.isEmpty() ? null : hits.getFirst();
        Rows rows = first == null ? null : first.table().rows(layout);
        json.name("name").value(first == null ? null : rows.name(first.row()));
        json.name("address").value(first == null ? null : JsonAnswer.hex(rows.address(first.row())));
        json.name("size").value(first == null ? null : rows.size(first.row()));
        json.name("direction").value(from ? "from" : "to");
        json.name("references").beginArray();
        Finder finder = new Finder(layout);
        for (int each : found) {
            reference(json, finder, each);
        }
        json.endArray();
    }

    private void reference(JsonWriter json, Finder finder, int each) throws IOException {
        json.beginObject();
        json.name("address").value(JsonAnswer.hex(references.place(each)));
        json.name("object").value(references.object(each));
        json.name("section").value(references.section(each));
        json.name("offset").value(references.offset(each));
        place(json, "symbol", "symbolOffset", finder.at(references.place(each)));
        json.name("kind").value(references.kind(each));
        json.name("by").value(references.name(each));
        json.name("addend").value(references.addend(each));
        boolean known = references.hasTarget(each);
        json.name("target").value(known ? JsonAnswer.hex(references.target(each)) : null);
        place(json, "targetSymbol", "targetOffset", known ? finder.at(references.target(each)) : null);
        json.endObject();
    }

    private void place(JsonWriter json, String name, String offset, Hit hit) throws IOException {
        json.name(name).value(hit == null ? null : hit.name(layout));
        json.name(offset).value(hit == null ? null : hit.offset());
    }

    @Override
    public void print(PrintWriter out) {
        if (hits.isEmpty()) {
            out.println("the kernel has no symbol, object or section " + Printable.of(asked));
            return;
        }
        if (found.length == 0) {
            String name = Printable.of(hits.getFirst().name(layout));
            out.println(from ? name + " refers to nothing" : "nothing in the kit's relocations refers to " + name);
            return;
        }
        TextTable table = new TextTable("ADDRESS", "PLACE", "OBJECT", "SECTION", "KIND", "REFERS TO", "TARGET");
        Finder finder = new Finder(layout);
        for (int each : found) {
            table.row(
                    JsonAnswer.hex(references.place(each)),
                    words(finder.at(references.place(each))),
                    references.object(each),
                    references.section(each) + "+" + JsonAnswer.hex(references.offset(each)),
                    references.kind(each),
                    by(each),
                    references.hasTarget(each) ? words(finder.at(references.target(each))) : null);
        }
        table.print(out);
    }

    private String by(int each) {
        long addend = references.addend(each);
        String sign = addend < 0 ? "-" : "+";
        return references.name(each) + (addend == 0 ? "" : sign + JsonAnswer.hex(Math.abs(addend)));
    }

    private String words(Hit hit) {
        if (hit == null) {
            return null;
        }
        return hit.name(layout) + (hit.offset() == 0 ? "" : "+" + JsonAnswer.hex(hit.offset()));
    }
}
