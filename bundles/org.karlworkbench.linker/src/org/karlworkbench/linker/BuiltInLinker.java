package org.karlworkbench.linker;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.linker.machine.Machine;

/**
 * The linker that this project brings: links draws of one kit, each in about the time that copying the kernel takes, since
 * all that no draw changes was done once, in the {@link Template}.
 */
public final class BuiltInLinker {
    /** Names it in ledgers; counted up whenever the same draw gives other bytes than before. */
    public static final String VERSION = "KARL Workbench built-in linker 3.0";

    private final Template template;
    private final Placer placer;
    private final LinkOrder order;
    private final LinkedNames names;

    /**
     * A linker for a kit. Several threads may use it at a time.
     *
     * @param template the kit as it was read and bound
     */
    public BuiltInLinker(Template template) {
        this.template = template;
        order = new LinkOrder(template);
        placer = new Placer(template, order);
        names = new LinkedNames(template);
    }

    /**
     * Whether it links an architecture's objects.
     *
     * @param architecture the architecture of a kit
     * @return false for what is refused as {@code unlinkable}
     */
    public static boolean links(Architecture architecture) {
        return Machine.of(architecture.machine(), architecture.bits(), architecture.order())
                .isPresent();
    }

    /**
     * Whether all draws of the kit bind alike.
     *
     * @return as {@link Template#isSettled}
     */
    public boolean isSettled() {
        return template.isSettled();
    }

    /** What the numbers in layouts mean. */
    public LinkedNames names() {
        return names;
    }

    /** All that moves about in the kernels of the kit. */
    public LinkedPieces pieces() {
        return new LinkedPieces(template, order);
    }

    /**
     * Links one draw.
     *
     * @param names all objects in link order, the gap among them as {@code gap.o}
     * @param sections the order of the sections that move without their objects
     * @param gaps the sizes of the gaps
     * @param page to what {@code endboot} is aligned, a power of two
     * @param pad the word that fills the gaps
     * @return the kernel; the same bytes for the same arguments
     * @throws EngineException with code {@code bad-order}, {@code bad-script}, {@code script-assert},
     *     {@code relocation-overflow}, {@code no-entry}, {@code unlinkable}
     */
    public LinkedKernel link(List<String> names, SectionOrder sections, Gaps gaps, long page, int pad)
            throws EngineException {
        return link(names, sections, gaps, page, pad, true, Destination.MEMORY);
    }

    /**
     * Links one draw as {@link #link} does, and writes the kernel while that is made.
     *
     * @param file where to; what was there is replaced, and if this fails the file is not whole
     * @param names as in {@link #link}
     * @param sections as in {@link #link}
     * @param gaps as in {@link #link}
     * @param page as in {@link #link}
     * @param pad as in {@link #link}
     * @param alone whether all processors are for this link; otherwise it keeps to this thread, beside others
     * @return the same kernel
     * @throws EngineException as {@link #link}; with code {@code io} when the disk fails
     */
    public LinkedKernel linkTo(
            Path file, List<String> names, SectionOrder sections, Gaps gaps, long page, int pad, boolean alone)
            throws EngineException {
        try (FileDestination destination = new FileDestination(file)) {
            return link(names, sections, gaps, page, pad, alone, destination);
        }
    }

    private LinkedKernel link(
            List<String> names,
            SectionOrder sections,
            Gaps gaps,
            long page,
            int pad,
            boolean alone,
            Destination destination)
            throws EngineException {
        Placement placement = placer.place(names, sections, gaps, page);
        byte[] bytes = new KernelWriter(template, placement, order, alone, destination).write(pad);
        return new LinkedKernel(bytes, new LinkedLayout(template, order, placement, gaps));
    }

    /**
     * Where one draw puts everything, without a kernel's bytes.
     *
     * @param names as in {@link #link}
     * @param sections as in {@link #link}
     * @param gaps as in {@link #link}
     * @param page as in {@link #link}
     * @return the layout that {@link #link} gives a kernel
     * @throws EngineException as {@link #link}, but for what only bytes show
     */
    public LinkedLayout layout(List<String> names, SectionOrder sections, Gaps gaps, long page) throws EngineException {
        return new LinkedLayout(template, order, placer.place(names, sections, gaps, page), gaps);
    }
}
