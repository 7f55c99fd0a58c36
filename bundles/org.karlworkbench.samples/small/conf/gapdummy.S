/*
 * Nothing, in the right wrapping: gap.o is made by the linker alone, which takes the machine's name and its sections'
 * flags from an input file.
 */
	.text
	.data
	.bss
	.section .rodata, "a", @progbits
	.section .note.GNU-stack, "", @progbits
