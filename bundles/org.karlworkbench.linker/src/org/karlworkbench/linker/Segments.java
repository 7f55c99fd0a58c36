package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Expression;
import org.karlworkbench.linker.script.ProgramHeader;
import org.karlworkbench.linker.script.Script;

/**
 * Where sections lie in the file, and the segments that load them: those of the script's {@code PHDRS}, or one for each
 * run of sections of the same permissions.
 */
final class Segments {
    private static final String RANDOM = ".openbsd.randomdata";

    private final Template template;
    private final Placement placement;
    private final Outputs outputs;
    private final long headerSize;
    private final long[] offsets;
    private final List<Draft> drafts = new ArrayList<>();
    private long end;

    /** A segment with the outputs in it. */
    private record Draft(int type, Integer flags, boolean headers, Expression load, List<Integer> outputs) {
        boolean isLoad() {
            return type == Elf.PT_LOAD;
        }
    }

    Segments(Template template, Placement placement) throws EngineException {
        this.template = template;
        this.placement = placement;
        outputs = template.outputs();
        offsets = new long[outputs.count()];
        headerSize = headerSize(template);
        end = headerSize;
        List<ProgramHeader> script = ofScript(template.script());
        if (script.isEmpty()) {
            draftDefault();
        } else {
            draft(script);
        }
        for (Draft draft : drafts) {
            if (draft.isLoad()) {
                assign(draft);
            }
        }
        requireLoaded();
    }

    private static List<ProgramHeader> ofScript(Script script) {
        return script.commands().stream()
                .filter(Command.Headers.class::isInstance)
                .flatMap(each -> ((Command.Headers) each).headers().stream())
                .toList();
    }

    /** How many program headers the kernels of a kit have. */
    static int count(Template template) {
        int scripted = ofScript(template.script()).size();
        if (scripted > 0) {
            return scripted;
        }
        Outputs outputs = template.outputs();
        int count = 1;
        int before = -1;
        boolean thread = false;
        for (int output : outputs.inOrder()) {
            int flags = template.settings().writableText() ? 0 : permissions(outputs.flags(output));
            count += flags != before ? 1 : 0;
            before = flags;
            count += outputs.get(output).name().equals(RANDOM) ? 1 : 0;
            thread |= outputs.isThreadLocal(output);
        }
        return count + (thread ? 1 : 0);
    }

    static long headerSize(Template template) {
        boolean wide = template.machine().word() == Long.BYTES;
        return wide ? 64 + 56L * count(template) : 52 + 32L * count(template);
    }

    private static int permissions(int flags) {
        int write = (flags & (int) Elf.SHF_WRITE) != 0 ? Elf.PF_W : 0;
        int execute = (flags & (int) Elf.SHF_EXECINSTR) != 0 ? Elf.PF_X : 0;
        return Elf.PF_R | write | execute;
    }

    private void draft(List<ProgramHeader> script) throws EngineException {
        Evaluator evaluator = new Evaluator(new ConstantScope(template.script()));
        for (ProgramHeader header : script) {
            Integer flags = header.flags() == null ? null : (int) evaluator.number(header.flags());
            boolean headers = header.fileHeader() || header.headers();
            drafts.add(new Draft((int) header.type(), flags, headers, header.loadAddress(), new ArrayList<>()));
        }
        for (int i = 0; i < placement.order.size(); i++) {
            List<String> names = placement.headers.get(i);
            if (names.isEmpty()) {
                names = firstLoad(script);
            }
            for (int each = 0; each < script.size(); each++) {
                if (names.contains(script.get(each).name())) {
                    drafts.get(each).outputs().add(placement.order.get(i));
                }
            }
        }
    }

    /** Sections before the first that names its headers go with the first that is loaded. */
    private static List<String> firstLoad(List<ProgramHeader> script) {
        return script.stream()
                .filter(header -> header.type() == Elf.PT_LOAD)
                .limit(1)
                .map(ProgramHeader::name)
                .toList();
    }

    private void draftDefault() {
        List<Integer> thread = new ArrayList<>();
        List<Draft> random = new ArrayList<>();
        Draft last = null;
        for (int output : placement.order) {
            int flags = permissions(outputs.flags(output));
            flags = template.settings().writableText() ? Elf.PF_R | Elf.PF_W | Elf.PF_X : flags;
            if (last == null || last.flags() != flags) {
                boolean headers = last == null && headersFit(output);
                last = new Draft(Elf.PT_LOAD, flags, headers, null, new ArrayList<>());
                drafts.add(last);
            }
            last.outputs().add(output);
            if (outputs.isThreadLocal(output)) {
                thread.add(output);
            }
            if (outputs.get(output).name().equals(RANDOM)) {
                random.add(new Draft(Elf.PT_OPENBSD_RANDOMIZE, flags, false, null, List.of(output)));
            }
        }
        if (!thread.isEmpty()) {
            drafts.add(new Draft(Elf.PT_TLS, Elf.PF_R, false, null, thread));
        }
        drafts.addAll(random);
        drafts.add(new Draft(Elf.PT_GNU_STACK, Elf.PF_R | Elf.PF_W, false, null, List.of()));
    }

    private boolean headersFit(int output) {
        long address = placement.address[output];
        return template.settings().paged() && headerSize <= address % page();
    }

    private long page() {
        return template.machine().maxPage();
    }

    /** Gives the sections of a loaded segment their places in the file. */
    private void assign(Draft draft) throws EngineException {
        long first = -1;
        long base = 0;
        for (int output : draft.outputs()) {
            if (first != -1 && Long.compareUnsigned(placement.address[output], base) < 0) {
                throw bad("the section " + outputs.get(output).name() + " lies before the segment it is in");
            }
            if (first == -1) {
                first = begin(draft, output);
                base = placement.address[output];
            }
            if (outputs.isNoBits(output)) {
                offsets[output] = Math.max(end, first);
            } else {
                offsets[output] = first + placement.address[output] - base;
                end = Math.max(end, offsets[output] + placement.extent[output]);
            }
        }
    }

    private long begin(Draft draft, int output) throws EngineException {
        long address = placement.address[output];
        if (draft.headers()) {
            if (end != headerSize) {
                throw bad("the headers are in a segment that is not the first to be loaded");
            }
            return address - headerAddress(address);
        }
        long align = template.settings().paged()
                ? Math.max(page(), placement.align[output])
                : Math.max(1, placement.align[output]);
        return end + (address - end & align - 1);
    }

    /** Where the headers lie that are loaded before a section. */
    private long headerAddress(long address) {
        return address - headerSize & -page();
    }

    private void requireLoaded() throws EngineException {
        boolean[] loaded = new boolean[offsets.length];
        for (Draft draft : drafts) {
            draft.outputs().forEach(output -> loaded[output] |= draft.isLoad());
        }
        for (int output : placement.order) {
            if (!loaded[output] && placement.extent[output] > 0) {
                throw bad("the section " + outputs.get(output).name() + " is in no segment that is loaded");
            }
        }
    }

    private EngineException bad(String problem) {
        return new EngineException(
                "bad-script",
                template.script().name(),
                "PHDRS",
                problem,
                "name another segment behind the section's description");
    }

    /** Where a section lies in the file. */
    long offset(int output) {
        return offsets[output];
    }

    /** Where the last loaded byte ends in the file. */
    long end() {
        return end;
    }

    /** All program headers. */
    List<Segment> all() throws EngineException {
        List<Segment> all = new ArrayList<>();
        for (Draft draft : drafts) {
            all.add(segment(draft));
        }
        return all;
    }

    private Segment segment(Draft draft) throws EngineException {
        if (draft.outputs().isEmpty()) {
            return bare(draft);
        }
        int first = draft.outputs().getFirst();
        long address = placement.address[first];
        long offset = offsets[first];
        long before = draft.headers() && draft.isLoad() ? address - headerAddress(address) : 0;
        long fileEnd = offset;
        long memoryEnd = address;
        long align = 1;
        int flags = 0;
        for (int output : draft.outputs()) {
            boolean zeros = outputs.isThreadLocal(output) && outputs.isNoBits(output) && draft.isLoad();
            fileEnd = outputs.isNoBits(output) ? fileEnd : offsets[output] + placement.extent[output];
            memoryEnd = zeros ? memoryEnd : placement.address[output] + placement.extent[output];
            align = Math.max(align, placement.align[output]);
            flags |= permissions(outputs.flags(output));
        }
        boolean paged = draft.isLoad() && template.settings().paged();
        long load = placement.load[first] - before;
        return new Segment(
                draft.type(),
                draft.flags() == null ? flags : draft.flags(),
                offset - before,
                address - before,
                draft.load() == null ? load : new Evaluator(new ConstantScope(template.script())).number(draft.load()),
                fileEnd - offset + before,
                memoryEnd - address + before,
                paged ? Math.max(page(), align) : align);
    }

    /** A header without sections: of the headers themselves, or one that is only a mark. */
    private Segment bare(Draft draft) {
        int flags = draft.flags() == null ? Elf.PF_R : draft.flags();
        if (draft.type() != Elf.PT_PHDR || placement.order.isEmpty()) {
            return new Segment(
                    draft.type(), flags, 0, 0, 0, 0, 0, template.machine().word());
        }
        boolean wide = template.machine().word() == Long.BYTES;
        long at = wide ? 64 : 52;
        long base = headerAddress(placement.address[placement.order.getFirst()]);
        long size = headerSize - at;
        return new Segment(
                draft.type(),
                flags,
                at,
                base + at,
                base + at,
                size,
                size,
                template.machine().word());
    }
}
