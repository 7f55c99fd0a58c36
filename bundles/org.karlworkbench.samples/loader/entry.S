/* Where QEMU enters, as any multiboot loader would; and where the kernel is entered, as OpenBSD's boot(8) does it. */

#define MAGIC		0x1badb002
#define FLAGS		0x2		/* tell us about memory */
#define API_VERSION	0xe

	.text
	.balign	4
	.long	MAGIC, FLAGS, -(MAGIC + FLAGS)

	.globl	start
	.type	start, @function
start:
	cli
	cld
	movl	$stack_top, %esp
	pushl	%ebx
	call	main
	.size	start, . - start

/* enter(entry, howto, symbols_end, extended, conventional, length, list): the kernel finds its words on the stack. */
	.globl	enter
	.type	enter, @function
enter:
	movl	%esp, %ebp
	pushl	28(%ebp)		/* address of the boot arguments */
	pushl	24(%ebp)		/* their length */
	pushl	20(%ebp)		/* conventional memory in KB */
	pushl	16(%ebp)		/* extended memory in KB */
	pushl	12(%ebp)		/* end of the symbols */
	pushl	$API_VERSION
	pushl	$0			/* the boot device: none */
	pushl	8(%ebp)			/* howto */
	movl	4(%ebp), %eax
	call	*%eax
	hlt
	.size	enter, . - enter

	.bss
	.balign	16
	.skip	8192
stack_top:
	.section .note.GNU-stack, "", @progbits
