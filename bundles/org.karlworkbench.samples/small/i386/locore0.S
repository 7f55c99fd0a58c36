/*
 * The head: from the multiboot loader, paging off, to the body's first instruction in the high half. Its one large
 * page is seen from 0, where we run now, and from KERNBASE, where we were linked. The directory does not lie right
 * after the kernel: the loader's words may.
 */
#include "layout.h"

#define PHYS(symbol)	((symbol) - KERNBASE)
#define MAGIC		0x1badb002
#define CR0_PAGING	0x80010000	/* paging, and the kernel too has to respect read-only pages */
#define CR4_LARGE	0x10

	.text
	.balign	4
	.long	MAGIC, 0, -MAGIC		/* Multiboot Specification 0.6.96, section 3.1.1 */

	.globl	start
	.type	start, @function
start:
	cli
	cld
	movl	$EARLY_DIRECTORY, %edi
	xorl	%eax, %eax
	movl	$(PAGE_SIZE / 4), %ecx
	rep stosl
	movl	$(PTE_PRESENT | PTE_WRITE | PTE_LARGE), EARLY_DIRECTORY
	movl	$(PTE_PRESENT | PTE_WRITE | PTE_LARGE), EARLY_DIRECTORY + (KERNBASE >> 22) * 4

	movl	%cr4, %eax
	orl	$CR4_LARGE, %eax
	movl	%eax, %cr4
	movl	$EARLY_DIRECTORY, %eax
	movl	%eax, %cr3
	movl	%cr0, %eax
	orl	$CR0_PAGING, %eax
	movl	%eax, %cr0
	movl	$kernel_start, %eax		/* the head's only tie to the body */
	jmp	*%eax
	.size	start, . - start

	.section .note.GNU-stack, "", @progbits
