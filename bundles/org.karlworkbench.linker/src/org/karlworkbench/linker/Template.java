package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.linker.machine.ArmAttributes;
import org.karlworkbench.linker.machine.Fields;
import org.karlworkbench.linker.machine.Machine;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.Script;
import org.karlworkbench.linker.script.SectionsCommand;

/**
 * All of a link that is the same for every draw of a kit: what is copied, what each field gets, what goes where. Never
 * changed once it is made, and used by several links at a time.
 */
public final class Template {
    private final LoadedKit kit;
    private final Script script;
    private final Settings settings;
    private final KitReader read;
    private final Machine machine;
    private final Binding binding;
    private final Anchors anchors;
    private final Fields fields;
    private final Outputs outputs;
    private final int[] outputOf;
    private final MadePieces made;
    private final KernelSymbols symbols;
    private volatile SymbolRows symbolRows;
    private final int flags;

    private Template(
            LoadedKit kit,
            Script script,
            Settings settings,
            KitReader read,
            Machine machine,
            Binding binding,
            Anchors anchors,
            Fields fields,
            MadePieces made,
            KernelSymbols symbols,
            int flags) {
        this.kit = kit;
        this.script = script;
        this.settings = settings;
        this.read = read;
        this.machine = machine;
        this.binding = binding;
        this.anchors = anchors;
        this.fields = fields;
        this.made = made;
        this.symbols = symbols;
        this.flags = flags;
        this.outputs = new Outputs(read);
        outputOf = new int[read.pieces().count()];
        for (int piece = 0; piece < outputOf.length; piece++) {
            boolean placed = read.pieces().isPlaced(piece);
            outputOf[piece] = placed ? read.statements().output(read.pieces().statement(piece)) : Names.NONE;
        }
    }

    /**
     * Reads and binds a kit.
     *
     * @param kit the kit
     * @param script its linker script
     * @param settings what its flags say
     * @param progress told of two phases; asked for cancel
     * @return what every link of the kit shares
     * @throws EngineException with code {@code unlinkable} for what this linker does not know, {@code undefined-symbols},
     *     {@code duplicate-symbols}, {@code bad-object}
     */
    public static Template of(LoadedKit kit, Script script, Settings settings, Progress progress)
            throws EngineException {
        ElfHeader header = kit.objects().getFirst().header();
        Machine machine = Machine.of(header.machine(), header.bits(), header.order())
                .orElseThrow(() -> new EngineException(
                        "unlinkable",
                        kit.folder().toString(),
                        null,
                        "the built-in linker does not link "
                                + kit.architecture().name(),
                        "link it with " + kit.architecture().baseLinker()));
        requireFills(script);
        int flags = flags(kit, machine);
        KitReader read = new KitReader(kit, new Statements(script));
        read.read(progress);
        MadePieces made = new MadePieces(read, machine);
        Map<String, Boolean> scripted = Binding.scripted(assignments(script));
        Anchors anchors = new Anchors();
        Binding binding = Binding.of(read, scripted, script.asked(), anchors, settings);
        CompletableFuture<KernelSymbols> symbols =
                CompletableFuture.supplyAsync(() -> new KernelSymbols(read, binding, settings));
        Fields fields = new FieldReader(read, binding, settings, machine, made).read(progress);
        fields.end(read.pieces().count());
        return new Template(
                kit, script, settings, read, machine, binding, anchors, fields, made, symbols.join(), flags);
    }

    /** What the objects' e_flags are together. */
    private static int flags(LoadedKit kit, Machine machine) throws EngineException {
        int flags = kit.objects().getFirst().header().flags();
        for (ObjectFile object : kit.objects()) {
            int more = object.header().flags() | ArmAttributes.flags(object);
            int before = flags;
            flags = machine.merge(before, more)
                    .orElseThrow(() -> new EngineException(
                            "unlinkable",
                            object.title(),
                            "e_flags",
                            "0x%x, which do not go with 0x%x of the objects before it".formatted(more, before),
                            "compile all objects of a kit for the same ABI"));
        }
        return machine.executable(flags);
    }

    /** A fill of four bytes is the same to all linkers; others are repeated by GNU ld and filled up with zeros by lld. */
    private static void requireFills(Script script) throws EngineException {
        for (Command command : script.commands()) {
            if (command instanceof Command.Sections sections) {
                for (SectionsCommand each : sections.commands()) {
                    int length = each instanceof OutputSection section
                            ? section.fill().pattern().length
                            : 0;
                    if (length != 0 && length != Integer.BYTES) {
                        throw new EngineException(
                                "script-refused",
                                script.name(),
                                "line " + ((OutputSection) each).line(),
                                "a fill of " + length + " bytes means different things to different linkers",
                                "write eight hexadecimal digits");
                    }
                }
            }
        }
    }

    private static List<Assignment> assignments(Script script) {
        List<Assignment> all = new ArrayList<>();
        for (Command command : script.commands()) {
            if (command instanceof Assignment assignment) {
                all.add(assignment);
            } else if (command instanceof Command.Sections sections) {
                sections.commands().forEach(each -> {
                    if (each instanceof Assignment assignment) {
                        all.add(assignment);
                    } else if (each instanceof OutputSection section) {
                        inside(section, all);
                    }
                });
            }
        }
        return all;
    }

    private static void inside(OutputSection section, List<Assignment> all) {
        for (Content content : section.contents()) {
            if (content instanceof Assignment assignment) {
                all.add(assignment);
            }
        }
    }

    LoadedKit kit() {
        return kit;
    }

    Script script() {
        return script;
    }

    Settings settings() {
        return settings;
    }

    KitReader read() {
        return read;
    }

    Pieces pieces() {
        return read.pieces();
    }

    Machine machine() {
        return machine;
    }

    Binding binding() {
        return binding;
    }

    Anchors anchors() {
        return anchors;
    }

    Fields fields() {
        return fields;
    }

    MadePieces made() {
        return made;
    }

    KernelSymbols symbols() {
        return symbols;
    }

    /** The symbols by piece; made for the first layout that asks for them. */
    SymbolRows symbolRows() {
        SymbolRows made = symbolRows;
        if (made == null) {
            made = new SymbolRows(symbols, read.pieces().count());
            symbolRows = made;
        }
        return made;
    }

    /** The number of the output section of a piece that is placed. */
    int output(int piece) {
        return outputOf[piece];
    }

    Outputs outputs() {
        return outputs;
    }

    /**
     * Whether an order decides nothing but where things lie: not which of several definitions a name means, nor which copy
     * of a group is kept.
     */
    public boolean isSettled() {
        return binding.isSettled() && read.contested().isEmpty();
    }

    /** The kernels' e_flags. */
    int flags() {
        return flags;
    }

    /** How many relocated fields a kernel has. */
    public int fieldCount() {
        return fields.count();
    }
}
