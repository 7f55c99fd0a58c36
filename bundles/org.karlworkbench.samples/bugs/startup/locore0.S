/* The kernel's own head, and a function more that belongs to the startup code. */
#include <locore0.S>

	.text
	.balign	4
	.globl	startup_answer
	.type	startup_answer, %function
startup_answer:
#if defined(__x86_64__) || defined(__i386__)
	movl	$42, %eax
	ret
#elif defined(__aarch64__)
	mov	w0, #42
	ret
#elif defined(__riscv)
	li	a0, 42
	ret
#elif defined(__mips__)
	.set	noreorder
	jr	$31
	li	$2, 42			/* is done on the way */
#endif
	.size	startup_answer, . - startup_answer
