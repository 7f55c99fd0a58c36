/*
 * Reading, writing and asking where nothing may be there.
 *
 * Each probe has one instruction that is allowed to fault. The pair (that instruction, where to go on) stands in the
 * section .nofault; the linker collects the pairs of all objects into one table, and trap() looks there before it
 * gives up. So a fault costs nothing unless it happens, and the recovery knows no function by name.
 */
	.text

.macro may_fault recover
	.pushsection .nofault, "a", @progbits
	.balign	8
	.quad	1f, \recover
	.popsection
1:
.endm

/* int probe_read(const void *address, uint8_t *value) */
	.globl	probe_read
	.type	probe_read, @function
probe_read:
	may_fault probe_failed
	movb	(%rdi), %al
	movb	%al, (%rsi)
	xorl	%eax, %eax
	ret
	.size	probe_read, . - probe_read

/* int probe_write(void *address, uint8_t value) */
	.globl	probe_write
	.type	probe_write, @function
probe_write:
	may_fault probe_failed
	movb	%sil, (%rdi)
	xorl	%eax, %eax
	ret
	.size	probe_write, . - probe_write

/* int probe_msr(uint32_t msr, uint64_t *value) */
	.globl	probe_msr
	.type	probe_msr, @function
probe_msr:
	movl	%edi, %ecx
	may_fault probe_failed
	rdmsr
	shlq	$32, %rdx
	movl	%eax, %eax			/* clears the upper half */
	orq	%rdx, %rax
	movq	%rax, (%rsi)
	xorl	%eax, %eax
	ret
	.size	probe_msr, . - probe_msr

	.type	probe_failed, @function
probe_failed:
	movl	$-1, %eax
	ret
	.size	probe_failed, . - probe_failed

	.section .note.GNU-stack, "", @progbits
