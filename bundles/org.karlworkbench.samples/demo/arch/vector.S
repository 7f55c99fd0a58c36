/*
 * Entry points for exceptions and interrupts. The processor tells which one it was only by where it jumps, so each has
 * a stub of its own, which pushes its number. The common part makes a struct trapframe of it (arch.h) and calls trap().
 *
 * All stubs are in this one object: their mutual distances are the same in every relink, and one leaked address of
 * theirs gives all of them away. Real kernels have hundreds of such stubs.
 */
#include "layout.h"

	.text

	.type	trap_common, @function
trap_common:
	pushq	%rax
	pushq	%rbx
	pushq	%rcx
	pushq	%rdx
	pushq	%rsi
	pushq	%rdi
	pushq	%rbp
	pushq	%r8
	pushq	%r9
	pushq	%r10
	pushq	%r11
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	cld
	movq	%rsp, %rdi
	call	trap
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%r11
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rbp
	popq	%rdi
	popq	%rsi
	popq	%rdx
	popq	%rcx
	popq	%rbx
	popq	%rax
	addq	$16, %rsp			/* vector and error code */
	iretq
	.size	trap_common, . - trap_common

/* Some exceptions push an error code, most do not: a 0 in its place gives all frames one shape. */
.macro stub number, has_error
	.type	vector\number, @function
vector\number:
	.if	!\has_error
	pushq	$0
	.endif
	pushq	$\number
	jmp	trap_common
	.size	vector\number, . - vector\number
.endm

	.altmacro
	.set	.Ln, 0
	.rept	48
	.if	.Ln == 8 || (.Ln >= 10 && .Ln <= 14) || .Ln == 17 || .Ln == 21 || .Ln == 29 || .Ln == 30
	stub	%.Ln, 1
	.else
	stub	%.Ln, 0
	.endif
	.set	.Ln, .Ln + 1
	.endr

/* The table from which trap.c fills the interrupt descriptor table. */
.macro entry number
	.quad	vector\number
.endm

	.section .rodata
	.balign	8
	.globl	vectors
	.type	vectors, @object
vectors:
	.set	.Ln, 0
	.rept	48
	entry	%.Ln
	.set	.Ln, .Ln + 1
	.endr
	.size	vectors, . - vectors

	.section .note.GNU-stack, "", @progbits
