package org.karlworkbench.linker;

/**
 * A program header (gABI, "Program Header").
 *
 * @param type PT_*
 * @param flags PF_*
 * @param offset where its bytes begin in the file
 * @param address p_vaddr
 * @param load p_paddr
 * @param fileSize how many bytes the file has of it
 * @param memorySize how many it has in memory
 * @param align to what offset and address are congruent
 */
record Segment(int type, int flags, long offset, long address, long load, long fileSize, long memorySize, long align) {}
