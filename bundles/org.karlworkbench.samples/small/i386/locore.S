/* The assembly that stays: the body's first instruction, the probe, and what a fault of it leads to. */
#include "layout.h"

	.text

/* From the head: %ebx holds the multiboot information's physical address. */
	.globl	kernel_start
	.type	kernel_start, @function
kernel_start:
	movl	$boot_stack_top, %esp
	xorl	%ebp, %ebp
	pushl	%ebx
	call	main
	.size	kernel_start, . - kernel_start

/* int probe_read(const void *address, uint8_t *value) */
	.globl	probe_read
	.type	probe_read, @function
probe_read:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
probe_instruction:
	movb	(%ecx), %al
	movb	%al, (%edx)
	xorl	%eax, %eax
	ret
	.size	probe_read, . - probe_read

	.type	probe_failed, @function
probe_failed:
	movl	$-1, %eax
	ret
	.size	probe_failed, . - probe_failed

/* A page fault, with the error code on top. At the probe every register but the stack pointer is free. */
	.globl	trap_page
	.type	trap_page, @function
trap_page:
	cmpl	$probe_instruction, 4(%esp)
	jne	1f
	popl	last_fault
	movl	%cr2, %eax
	movl	%eax, last_fault + 4
	movl	$probe_failed, (%esp)
	iret
1:	movl	4(%esp), %ecx
	movl	%cr2, %eax
	pushl	%eax
	pushl	%ecx
	pushl	$14
	call	trap_fatal
	.size	trap_page, . - trap_page

	.globl	trap_other
	.type	trap_other, @function
trap_other:
	movl	(%esp), %ecx			/* the address, or before it an error code */
	pushl	$0
	pushl	%ecx
	pushl	$-1
	call	trap_fatal
	.size	trap_other, . - trap_other

/* void segments_load(const void *pointer): the head ran on the loader's table. */
	.globl	segments_load
	.type	segments_load, @function
segments_load:
	movl	4(%esp), %eax
	lgdt	(%eax)
	ljmp	$SEL_CODE, $1f
1:	movl	$SEL_DATA, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %ss
	ret
	.size	segments_load, . - segments_load

	.bss
	.balign	16
	.type	boot_stack, @object
boot_stack:
	.skip	4 * PAGE_SIZE
	.size	boot_stack, . - boot_stack
boot_stack_top:

	.section .note.GNU-stack, "", @progbits
