package org.karlworkbench.linker.script;

import java.util.List;

/**
 * An output section's description (GNU ld manual, "Output Section Description").
 *
 * @param name its name; {@code /DISCARD/} for what is left out
 * @param address where it begins, or null
 * @param align its least alignment ({@code ALIGN}), or null
 * @param subalign the alignment of all that goes into it ({@code SUBALIGN}), or null
 * @param loadAddress where it is loaded ({@code AT}), or null
 * @param noload whether it is of the type {@code NOLOAD}
 * @param contents what goes into it
 * @param fill the bytes between, in the script's order, repeated from each piece of padding on; empty where the script
 *     says nothing
 * @param headers the names of its program headers; empty where those of the section before hold
 * @param region its memory region ({@code > name}), or null
 * @param loadRegion the region of its load address ({@code AT> name}), or null
 * @param line where in the script
 */
public record OutputSection(
        String name,
        Expression address,
        Expression align,
        Expression subalign,
        Expression loadAddress,
        boolean noload,
        List<Content> contents,
        Fill fill,
        List<String> headers,
        String region,
        String loadRegion,
        int line)
        implements SectionsCommand {
    /** The name of the section that holds what is left out. */
    public static final String DISCARD = "/DISCARD/";

    /** Whether its contents are left out of the kernel. */
    public boolean isDiscard() {
        return name.equals(DISCARD);
    }
}
