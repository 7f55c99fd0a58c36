package org.karlworkbench.layout.tests.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/** Reads the maps of GNU ld and lld, slowly and plainly: the witness of what a linker says it did. */
final class MapReader {
    private static final Pattern LLD =
            Pattern.compile("\\s*(\\p{XDigit}+)\\s+\\p{XDigit}+\\s+(\\p{XDigit}+)\\s+\\d+( +)(.*)");
    private static final Pattern LLD_INPUT = Pattern.compile("(.*):\\((.*)\\)");
    private static final Pattern GNU = Pattern.compile("( ?)(\\S+)\\s+0x(\\p{XDigit}+)\\s+0x(\\p{XDigit}+)(?: (.+))?");
    private static final Pattern GNU_COMMON = Pattern.compile(" {16}0x(\\p{XDigit}+) {16}(\\S+)");

    private final LoadedKit kit;
    private final ObjectFile gap;
    private final Sections kernel;
    private final Places.Builder places = new Places.Builder();
    private final Map<String, Integer> used = new HashMap<>();
    private String output = "";
    private Runnable pending = () -> {};
    private long pendingEnd;

    MapReader(LoadedKit kit, ObjectFile gap, Sections kernel) {
        this.kit = kit;
        this.gap = gap;
        this.kernel = kernel;
    }

    Places read(Path map, boolean lld) throws IOException {
        List<String> lines = Files.readAllLines(map, StandardCharsets.ISO_8859_1);
        if (lld) {
            for (int i = 0; i < lines.size(); i++) {
                lld(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : "");
            }
        } else {
            gnu(lines);
        }
        finish(pendingEnd);
        return places.build();
    }

    private void lld(String line, String next) {
        Matcher row = LLD.matcher(line);
        if (!row.matches()) {
            return;
        }
        long address = Long.parseUnsignedLong(row.group(1), 16);
        long size = Long.parseUnsignedLong(row.group(2), 16);
        int indent = row.group(3).length();
        Matcher input = LLD_INPUT.matcher(row.group(4));
        if (indent == 1) {
            output = row.group(4);
        } else if (indent == 9 && input.matches()) {
            String symbol = next.substring(next.lastIndexOf(' ') + 1);
            add(input.group(1), input.group(2), address, size, symbol);
        }
    }

    private void gnu(List<String> lines) {
        int begin = lines.indexOf("Linker script and memory map");
        for (int i = begin; i < lines.size(); i++) {
            String line = lines.get(i);
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (line.matches(" ?[^ *]\\S{13,}") && next.matches(" {16}0x.*")) {
                line += next;
                i++;
            }
            Matcher row = GNU.matcher(line);
            if (row.matches()) {
                long address = Long.parseUnsignedLong(row.group(3), 16);
                long size = Long.parseUnsignedLong(row.group(4), 16);
                if (row.group(1).isEmpty()) {
                    output = row.group(2);
                } else if (row.group(5) != null && row.group(2).equals("COMMON")) {
                    i = gnuCommon(lines, i + 1, row.group(5), address + size);
                } else if (row.group(2).equals("*fill*")) {
                    finish(address);
                } else if (row.group(5) != null) {
                    add(row.group(5), row.group(2), address, size, "");
                }
            }
        }
    }

    private int gnuCommon(List<String> lines, int first, String object, long end) {
        int i = first;
        Matcher symbol = GNU_COMMON.matcher(lines.get(i));
        while (symbol.matches()) {
            long address = Long.parseUnsignedLong(symbol.group(1), 16);
            Matcher next = GNU_COMMON.matcher(lines.get(i + 1));
            long to = next.matches() ? Long.parseUnsignedLong(next.group(1), 16) : end;
            places.add(PlaceKind.COMMON, object, symbol.group(2), -1, output, address, to - address);
            symbol = next;
            i++;
        }
        return i - 1;
    }

    private void add(String path, String section, long address, long size, String symbol) {
        int in = kernel.find(output);
        if (in < 0 || !kernel.isAllocated(in)) {
            return;
        }
        finish(address);
        String object = path.equals(gap.path().toString()) ? Places.GAP : path;
        ObjectFile file = object.equals(Places.GAP) ? gap : kit.object(object);
        int index = file == null ? -1 : find(file, section, size);
        if (section.equals("COMMON")) {
            places.add(PlaceKind.COMMON, object, symbol, -1, output, address, size);
        } else if (section.startsWith(".eh_frame") || index < 0 && !section.startsWith(".rodata")) {
            places.add(PlaceKind.LINKER, "", section, -1, output, address, size);
        } else if (index < 0) {
            places.add(PlaceKind.MERGED, "", section, -1, output, address, size);
        } else {
            boolean merged = (file.sections().flags(index) & Elf.SHF_MERGE) != 0;
            String to = output;
            if (merged) {
                // GNU ld gives the size before merging; what is left of it ends where the next row begins.
                pendingEnd = address + size;
                pending = () -> places.add(PlaceKind.MERGED, object, section, index, to, address, pendingEnd - address);
            } else {
                places.add(PlaceKind.INPUT, object, section, index, output, address, size);
            }
        }
    }

    private void finish(long next) {
        pendingEnd = Long.compareUnsigned(next, pendingEnd) < 0 ? next : pendingEnd;
        pending.run();
        pending = () -> {};
    }

    /** Sections of one name stand in a map in the order of their indices. */
    private int find(ObjectFile file, String section, long size) {
        int from = used.getOrDefault(file.name() + section, 0);
        for (int i = from + 1; i < file.sections().count(); i++) {
            boolean merge = (file.sections().flags(i) & Elf.SHF_MERGE) != 0;
            boolean sized = merge || file.sections().size(i) == size;
            if (file.sections().isAllocated(i) && file.sections().name(i).equals(section) && sized) {
                used.put(file.name() + section, i);
                return i;
            }
        }
        return -1;
    }
}
