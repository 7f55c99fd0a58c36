package org.karlworkbench.kit.makefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.karlworkbench.elf.EngineException;

/**
 * What a kernel's Makefile says about its link-kit (KARL.md, sections B and J).
 *
 * @param config the configuration's name, such as {@code GENERIC.MP}; null if it is nowhere named
 * @param machine the likeliest name of the machine; null if none is named
 * @param machineHints all words that may name the machine, the likeliest first
 * @param options the kernel's options without their {@code -D}
 * @param smallKernel whether SMALL_KERNEL is among them
 * @param debug whether the kernel is made with {@code -g}
 * @param head the objects that stay first, without the gap
 * @param gapPosition the index in the head before which the gap lies; -1 if there is no gap
 * @param objs the objects of OBJS in their order
 * @param body the objects between head and tail, in the order in which they are written into lorder; one that is listed
 *     twice stands twice
 * @param tail the objects that stay last
 * @param libraries the libraries between and behind the objects of the tail
 * @param shuffled whether the body is shuffled
 * @param linkFlags the words of LINKFLAGS, expanded, quotes taken off
 * @param padWord the pad word as it is spelled; null if there is none
 * @param padValue its value in 32 bits, -1 if it has none
 * @param gapDummy the dummy object of the gap; null if there is none
 * @param gapLdFlags the linker flags for the gap alone
 * @param problems what was not understood
 */
public record KitMakefile(
        String config,
        String machine,
        List<String> machineHints,
        List<String> options,
        boolean smallKernel,
        boolean debug,
        List<String> head,
        int gapPosition,
        List<String> objs,
        List<String> body,
        List<String> tail,
        List<LibraryGroup> libraries,
        boolean shuffled,
        List<String> linkFlags,
        String padWord,
        long padValue,
        String gapDummy,
        List<String> gapLdFlags,
        List<MakefileProblem> problems) {

    /**
     * Reads a kernel's Makefile.
     *
     * @param makefile the file
     * @param predefined variables that are set before its first line
     * @return what it says
     * @throws EngineException as {@link Makefile#read}
     */
    public static KitMakefile read(Path makefile, Map<String, String> predefined) throws EngineException {
        return of(Makefile.read(makefile, predefined));
    }

    /**
     * Derives the facts from a Makefile that was read.
     *
     * @param makefile any Makefile
     * @return what it says; lists are empty where it is silent
     */
    public static KitMakefile of(Makefile makefile) {
        return new KitMakefileReader(makefile).read();
    }

    /**
     * Whether the Makefile is one of a kernel at all.
     *
     * @return true if it lists a head or any other objects
     */
    public boolean usable() {
        return !head.isEmpty() || !objs.isEmpty() || !body.isEmpty();
    }

    /**
     * The pad word as a number.
     *
     * @return 32 bits, unsigned; empty if there is none or it is no number
     */
    public OptionalLong pad() {
        return padValue < 0 ? OptionalLong.empty() : OptionalLong.of(padValue);
    }
}
