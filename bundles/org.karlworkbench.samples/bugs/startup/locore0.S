/* The demo kernel's head, and a function more that belongs to the startup code. */
#include "arch/locore0.S"

	.text
	.globl	startup_answer
	.type	startup_answer, @function
startup_answer:
	movl	$42, %eax
	ret
	.size	startup_answer, . - startup_answer
