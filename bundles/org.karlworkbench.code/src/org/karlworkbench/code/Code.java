package org.karlworkbench.code;

import java.util.List;

/**
 * A function, disassembled.
 *
 * @param range what it is
 * @param tool which disassembler did it
 * @param lines its instructions, in their order; unmodifiable
 * @param leftOut how many bytes at its end were left out, because it is too large or the file does not hold them
 */
public record Code(CodeRange range, String tool, List<CodeLine> lines, long leftOut) {}
