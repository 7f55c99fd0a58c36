package org.karlworkbench.compare.exposure;

import java.util.List;

/**
 * What somebody knows after a leak.
 *
 * @param known what is known exactly
 * @param bounded what is known to lie in a range
 * @param candidates whose address it may be, where that is not known
 * @param notes what to bear in mind, in sentences
 */
public record Knowledge(List<Known> known, List<Bounded> bounded, List<Candidate> candidates, List<String> notes) {
    /**
     * A symbol of which the place is known.
     *
     * @param name its name
     * @param object its object
     * @param section the output section
     * @param distance from the symbol that leaked, in bytes; null where it does not follow from it
     * @param address in the kernel that was asked about, or in the draw that serves as an example
     * @param because {@code fixed}, {@code block}, {@code relocation} or {@code whole}
     */
    public record Known(String name, String object, String section, Long distance, Long address, String because) {}

    /**
     * A block of which a range is known.
     *
     * @param object its object
     * @param section the output section
     * @param low the lowest address that it can begin at, whatever the draw
     * @param high the highest one
     */
    public record Bounded(String object, String section, long low, long high) {}

    /**
     * Whose address it may be.
     *
     * @param probability from 0 to 1; they add up to 1
     */
    public record Candidate(String name, String object, double probability) {}
}
