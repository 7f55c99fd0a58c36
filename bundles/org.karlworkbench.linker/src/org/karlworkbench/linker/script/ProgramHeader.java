package org.karlworkbench.linker.script;

/**
 * One line of {@code PHDRS} (GNU ld manual, "PHDRS Command").
 *
 * @param name its name, as output sections call it
 * @param type p_type, by name or number
 * @param fileHeader whether it holds the ELF header ({@code FILEHDR})
 * @param headers whether it holds the program headers ({@code PHDRS})
 * @param loadAddress p_paddr, or null
 * @param flags p_flags, or null where the sections' decide
 * @param line where in the script
 */
public record ProgramHeader(
        String name,
        long type,
        boolean fileHeader,
        boolean headers,
        Expression loadAddress,
        Expression flags,
        int line) {}
