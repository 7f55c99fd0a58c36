/* The head: the only code with a fixed place. It has a stack, calls main, wherever that lies, and stops. */
	.globl	start
	.type	start, @function
start:
	leaq	stacktop(%rip), %rsp
	call	main
halt:	hlt
	jmp	halt
	.size	start, . - start

	.bss
	.balign	16
	.space	1024
stacktop:

	.section .note.GNU-stack,"",@progbits
