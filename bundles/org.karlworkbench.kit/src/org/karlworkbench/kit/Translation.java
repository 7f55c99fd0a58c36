package org.karlworkbench.kit;

import java.util.List;

/**
 * A kit's own link flags, made fit for one linker.
 *
 * @param args what the linker is given, in order; never the script, and folders are absolute
 * @param dropped flags that are left out, as the Makefile spells them, each with its argument
 * @param translated flags that are spelled otherwise
 * @param script the linker script's name relative to the kit's folder; null if the flags name none
 * @param refused flags because of which nothing is linked
 */
public record Translation(
        List<String> args,
        List<String> dropped,
        List<Translated> translated,
        String script,
        List<RefusedFlag> refused) {}
