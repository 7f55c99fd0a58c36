package org.karlworkbench.linker;

import org.karlworkbench.kit.Gaps;

/** Gives slots their addresses: names that the script, the linker, the gap or the order of a draw define. */
final class Slots {
    private final Template template;
    private final Placement placement;
    private final Binding binding;

    Slots(Template template, Placement placement) {
        this.template = template;
        this.placement = placement;
        this.binding = template.binding();
    }

    void fill(Gaps gaps) {
        int first = template.pieces().count();
        for (int slot = 0; slot < template.anchors().count(); slot++) {
            int name = template.anchors().name(slot);
            placement.base[first + slot] = name == Names.NONE ? unnamed(slot) : named(name, gaps);
        }
    }

    private long unnamed(int slot) {
        return -1 - slot == Anchors.GOT ? got() : 0;
    }

    private long got() {
        return placement.base[template.made().got()];
    }

    private long named(int name, Gaps gaps) {
        return switch (binding.how(name)) {
            case SCRIPT -> {
                Value value = placement.symbols.get(binding.names().name(name));
                yield value == null ? 0 : value.number();
            }
            case DRAWN -> {
                Names.Definition chosen = binding.drawn(name, placement.rank, placement.excluded);
                yield chosen == null ? 0 : address(chosen);
            }
            case ENDBOOT -> placement.base[template.read().gap()[0]] + gaps.text0();
            case START_OF -> output(binding.section(name), false);
            case STOP_OF -> output(binding.section(name), true);
            case LINKER -> binding.names().name(name).equals(MadePieces.GOT) ? got() : headers();
            case FIXED, UNDEFINED -> 0;
        };
    }

    /** Where the ELF header lies, if it is loaded before the first section. */
    private long headers() {
        long first = placement.order.isEmpty() ? 0 : placement.address[placement.order.getFirst()];
        return first - Segments.headerSize(template) & -template.machine().maxPage();
    }

    private long address(Names.Definition definition) {
        return definition.offset() + (definition.piece() == Names.ABSOLUTE ? 0 : placement.base[definition.piece()]);
    }

    private long output(String name, boolean end) {
        int output = template.outputs().find(name);
        return output == Names.NONE ? 0 : placement.address[output] + (end ? placement.extent[output] : 0);
    }
}
