/*
 * The head: from the loader's 32-bit mode to the body's first instruction in the high half.
 *
 * This is the one object whose place does not change from relink to relink, because the loader has to find it. All of
 * it that lies in .text is needed once; unmap_startup() takes it away before anything else can make use of it. So:
 * keep it small, and call into the body at one place only, because whoever can read a call can read where it goes.
 *
 * There are two ways in, both with paging off. QEMU, by the PVH note, enters `pvh_start` with the physical address of
 * its start info in %ebx. OpenBSD's boot(8), and a loader that does as it does, enters `start` with words on the stack
 * and with symbols behind the kernel. Nothing here may use a virtual address before paging is on: PHYS() turns the
 * linker's addresses around.
 */
#include "layout.h"

#define PHYS(symbol)	((symbol) - KERNBASE)

#define CR0_PE		0x00000001	/* protected mode; set already, and harmless to set again */
#define CR0_WP		0x00010000	/* the kernel too has to respect read-only pages */
#define CR0_PG		0x80000000
#define CR4_PAE		0x00000020
#define MSR_EFER	0xc0000080
#define EFER_LME	0x00000100	/* long mode */
#define EFER_NXE	0x00000800	/* PTE_NOEXEC means something */

#define TABLE		(PTE_PRESENT | PTE_WRITE)

	/* "Enter me here, in 32-bit mode." The note lies in the page of the ELF headers, in front of .text. */
	.section .note.Xen, "a", @note
	.balign	4
	.long	4, 8, 18			/* size of the name, size of the value, XEN_ELFNOTE_PHYS32_ENTRY */
	.asciz	"Xen"
	.quad	PHYS(pvh_start)

	.text
	.code32
	.globl	start
	.type	start, @function
start:
	leal	4(%esp), %esi			/* howto and so on; neither the loops nor rdmsr touch %esi */
	movl	16(%esp), %ebp			/* where the symbols end */
	addl	$(PAGE_SIZE - 1), %ebp
	andl	$-PAGE_SIZE, %ebp
	cmpl	$PHYS(end), %ebp
	ja	enter
	jmp	no_symbols

	.globl	pvh_start
pvh_start:
	movl	%ebx, %esi			/* the start info */
no_symbols:
	movl	$PHYS(end), %ebp

	/*
	 * Three tables in the memory after the kernel: level 4, level 3 and level 2. The last maps the first GiB in
	 * large pages, and is reached twice: from 0, where we run now, and from KERNBASE, where we were linked.
	 */
enter:
	cli
	cld
	movl	%ebp, %edi
	xorl	%eax, %eax
	movl	$(3 * PAGE_SIZE / 4), %ecx
	rep stosl

	leal	(PAGE_SIZE + TABLE)(%ebp), %eax
	movl	%eax, (%ebp)
	movl	%eax, (511 * 8)(%ebp)
	leal	(2 * PAGE_SIZE + TABLE)(%ebp), %eax
	movl	%eax, PAGE_SIZE(%ebp)
	movl	%eax, (PAGE_SIZE + 510 * 8)(%ebp)

	leal	(2 * PAGE_SIZE)(%ebp), %edi
	movl	$(PTE_PRESENT | PTE_WRITE | PTE_LARGE), %eax
	movl	$512, %ecx
1:	movl	%eax, (%edi)
	addl	$8, %edi
	addl	$LARGE_PAGE, %eax
	loop	1b

	/* The order matters: PAE and long mode first, then the tables, then paging. */
	movl	%cr4, %eax
	orl	$CR4_PAE, %eax
	movl	%eax, %cr4
	movl	%ebp, %cr3
	movl	$MSR_EFER, %ecx
	rdmsr
	orl	$(EFER_LME | EFER_NXE), %eax
	wrmsr
	movl	%cr0, %eax
	orl	$(CR0_PG | CR0_WP | CR0_PE), %eax
	movl	%eax, %cr0

	/* Still 32-bit code, until a jump through a 64-bit descriptor. */
	lgdt	PHYS(early_gdt_pointer)
	ljmp	$SEL_CODE, $PHYS(long_mode)
	.size	start, . - start

	.code64
	.type	long_mode, @function
long_mode:
	movl	$SEL_DATA, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %ss
	movl	%esi, %edi			/* the arguments of kernel_start: the loader's words, and */
	movl	%ebp, %esi			/* the tables */
	movq	$kernel_start, %rax		/* the head's only tie to the body */
	jmp	*%rax
	.size	long_mode, . - long_mode

	/* In .text, so that it goes with the rest. cpu.c has the table that stays. */
	.balign	8
	.type	early_gdt, @object
early_gdt:
	.quad	0
	.quad	0x00af9a000000ffff		/* SEL_CODE: 64-bit code */
	.quad	0x00cf92000000ffff		/* SEL_DATA */
	.size	early_gdt, . - early_gdt
early_gdt_pointer:
	.word	early_gdt_pointer - early_gdt - 1
	.long	PHYS(early_gdt)

	.section .note.GNU-stack, "", @progbits
