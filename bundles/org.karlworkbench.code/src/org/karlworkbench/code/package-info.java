/**
 * The code of kernels, disassembled by disassemblers that are known and installed: {@link
 * org.karlworkbench.code.Disassembler} is the one interface over them, {@link org.karlworkbench.code.CodeReader} reads the
 * instructions of a function with the names of what they call and use.
 */
package org.karlworkbench.code;
