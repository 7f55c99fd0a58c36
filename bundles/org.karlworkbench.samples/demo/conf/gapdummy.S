/*
 * Nothing, in the right wrapping: gap.o is made by the linker alone, which takes the machine's name and its sections'
 * flags from an input file. as(1) always makes .text, .data and .bss; .rodata has to be said.
 */
	.section .rodata, "a", @progbits
	.section .note.GNU-stack, "", @progbits
