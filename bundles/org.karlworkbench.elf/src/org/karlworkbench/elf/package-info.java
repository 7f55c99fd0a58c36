/**
 * ELF files: reading all that a kit or a kernel holds, writing what the gap needs; and what every engine bundle shares,
 * {@link org.karlworkbench.elf.EngineException} and {@link org.karlworkbench.elf.Progress}.
 *
 * <p>{@link org.karlworkbench.elf.ElfFile} is the way in, {@link org.karlworkbench.elf.ElfWriter} the way out. Tables
 * are columns of primitive numbers; names become strings when they are asked for. The numbers' meaning is that of the
 * System V gABI and of the processor supplements. Nothing but the JDK is used.
 */
package org.karlworkbench.elf;
