/*
 * The assembly that stays: the body's first instruction, and the change from one thread to another.
 *
 * The head and this file were one in most kernels. What is needed only once went to locore0.S; what is left is
 * shuffled with everything else.
 */
#include "layout.h"

	.text

/* From the head: %edi and %esi hold physical addresses, of the loader's words and of the head's tables. Give C a stack. */
	.globl	kernel_start
	.type	kernel_start, @function
kernel_start:
	movq	$boot_stack_top, %rsp
	xorl	%ebp, %ebp			/* a frame pointer of 0 ends every backtrace */
	call	main
	ud2
	.size	kernel_start, . - kernel_start

/*
 * void context_switch(struct context **save, struct context *next)
 *
 * A thread that does not run is its stack: the registers that a C function has to preserve, and a return address on
 * top. Everything else the compiler has put aside already, because to it this is a call like any other.
 */
	.globl	context_switch
	.type	context_switch, @function
context_switch:
	pushq	%rbp
	pushq	%rbx
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	movq	%rsp, (%rdi)
	movq	%rsi, %rsp
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
	.size	context_switch, . - context_switch

/* A new thread's stack makes it "return" to here, with its function in %rbx and the argument in %r12. */
	.globl	thread_begin
	.type	thread_begin, @function
thread_begin:
	sti
	movq	%r12, %rdi
	call	*%rbx
	call	thread_exit
	ud2
	.size	thread_begin, . - thread_begin

	.bss
	.balign	16
	.globl	boot_stack, boot_stack_top
	.type	boot_stack, @object
boot_stack:
	.skip	4 * PAGE_SIZE
	.size	boot_stack, . - boot_stack
boot_stack_top:

	.section .note.GNU-stack, "", @progbits
