package org.karlworkbench.linker;

/** Where the symbols of one kernel lie. */
final class SymbolPlaces {
    /** In no section: a number. */
    static final int ABSOLUTE = -1;

    /** In the ELF header, which no section holds. */
    static final int HEADER = -2;

    private final Template template;
    private final Placement placement;
    private final Binding binding;

    SymbolPlaces(Template template, Placement placement) {
        this.template = template;
        this.placement = placement;
        this.binding = template.binding();
    }

    /** What a symbol counts from: the address of its piece or slot. */
    long address(int target) {
        return placement.base[target >= 0 ? target : template.pieces().count() + ~target];
    }

    /** The definition that the draw chose for a symbol; null where it had no choice. */
    Names.Definition drawn(int target) {
        int name = target < 0 && target != KernelSymbols.UNDEFINED
                ? template.anchors().name(~target)
                : Names.NONE;
        boolean open = name != Names.NONE && binding.how(name) == Binding.How.DRAWN;
        return open ? binding.drawn(name, placement.rank, placement.excluded) : null;
    }

    /** The output section in which a symbol lies, {@link #ABSOLUTE} or {@link #HEADER}. */
    int output(int target) {
        if (target >= 0) {
            return template.output(target);
        }
        int name = template.anchors().name(~target);
        return name == Names.NONE ? ABSOLUTE : ofName(name);
    }

    private int ofName(int name) {
        return switch (binding.how(name)) {
            case SCRIPT -> {
                Value value = placement.symbols.get(binding.names().name(name));
                yield value == null || value.isAbsolute() ? ABSOLUTE : value.output();
            }
            case DRAWN -> {
                Names.Definition chosen = binding.drawn(name, placement.rank, placement.excluded);
                yield chosen == null || chosen.piece() == Names.ABSOLUTE ? ABSOLUTE : template.output(chosen.piece());
            }
            case ENDBOOT -> template.output(template.read().gap()[0]);
            case START_OF, STOP_OF -> ofOutput(binding.section(name));
            case LINKER ->
                binding.names().name(name).equals(MadePieces.GOT)
                                && template.pieces().isPlaced(template.made().got())
                        ? template.output(template.made().got())
                        : HEADER;
            case FIXED, UNDEFINED -> ABSOLUTE;
        };
    }

    private int ofOutput(String name) {
        int output = template.outputs().find(name);
        return output == Names.NONE ? ABSOLUTE : output;
    }
}
