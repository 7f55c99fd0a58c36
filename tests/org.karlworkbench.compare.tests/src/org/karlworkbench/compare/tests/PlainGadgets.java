package org.karlworkbench.compare.tests;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.karlworkbench.code.FlowReader;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Layout;

/** Gadgets by plain trying: from each offset forward, instruction by instruction, until it ends or is too far. */
final class PlainGadgets {
    /** The bytes of each, in hex, by address. */
    final Map<Long, String> byAddress = new TreeMap<>();

    private final FlowSet set;

    PlainGadgets(Layout layout) throws Exception {
        set = FlowSet.of(layout.kernel().toString(), layout.header()).orElseThrow();
        try (ElfFile file = ElfFile.open(layout.kernel())) {
            Sections sections = file.sections();
            for (int i = 1; i < sections.count(); i++) {
                if (sections.isAllocated(i) && sections.isExecutable(i) && !sections.isNoBits(i)) {
                    add(file.content(i), sections.address(i));
                }
            }
        }
    }

    private void add(byte[] code, long address) throws Exception {
        try (FlowReader reader = FlowReader.open(set, code, address)) {
            for (int start = 0; start < code.length; start += set.unit()) {
                int end = end(reader, code, start);
                if (end > 0) {
                    byAddress.put(address + start, HexFormat.of().formatHex(Arrays.copyOfRange(code, start, end)));
                }
            }
        }
    }

    private int end(FlowReader reader, byte[] code, int start) {
        int at = start;
        for (int instructions = 0; at < code.length; instructions++) {
            boolean far = set.isX86() ? at - start >= 10 : instructions >= 10;
            int instruction = far ? 0 : reader.at(at);
            switch (FlowReader.flow(instruction)) {
                case NONE, AWAY -> {
                    return -1;
                }
                case FREE -> {
                    return at + FlowReader.length(instruction);
                }
                case ON -> at += FlowReader.length(instruction);
            }
        }
        return -1;
    }

    /** How often each sequence is there. */
    Map<String, Integer> copies() {
        Map<String, Integer> copies = new HashMap<>();
        byAddress.values().forEach(bytes -> copies.merge(bytes, 1, Integer::sum));
        return copies;
    }
}
