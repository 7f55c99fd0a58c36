package org.karlworkbench.kit.worth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;

/** COMMON symbols, to which no object but the linker itself gives a place (gABI, "Symbol Table", SHN_COMMON). */
final class CommonSymbols implements Question {
    /** The largest of a name's, and the object that has it. */
    private record Common(String object, String name, long size) {}

    @Override
    public List<Finding> ask(Look look) {
        Map<String, Common> commons = new HashMap<>();
        for (ObjectFile object : look.loaded().objects()) {
            collect(object, commons);
        }
        List<Common> found = new ArrayList<>(commons.values());
        if (found.isEmpty()) {
            return List.of();
        }
        found.sort((a, b) -> a.size() != b.size()
                ? Long.compareUnsigned(b.size(), a.size())
                : a.name().compareTo(b.name()));
        Common largest = found.getFirst();
        long bytes = found.stream().mapToLong(Common::size).sum();
        return new Said(
                        Severity.INFO,
                        "common-symbol",
                        largest.object(),
                        Look.plural(found.size(), "COMMON symbol", "COMMON symbols") + ", "
                                + Long.toUnsignedString(bytes) + " bytes in all; the largest is " + largest.name()
                                + " of this object, with " + Long.toUnsignedString(largest.size()) + " bytes.",
                        "Linkers place them behind the BSS of all objects, in an order of their own: they do not move with"
                                + " their objects, and two linkers place them differently.",
                        "Compile with -fno-common.")
                .alone();
    }

    private static void collect(ObjectFile object, Map<String, Common> commons) {
        Symbols symbols = object.symbols();
        for (int i = 1; i < symbols.count(); i++) {
            if (symbols.section(i) == Symbols.COMMON) {
                Common common = new Common(object.name(), symbols.name(i), symbols.size(i));
                commons.merge(common.name(), common, (a, b) -> Long.compareUnsigned(b.size(), a.size()) > 0 ? b : a);
            }
        }
    }
}
