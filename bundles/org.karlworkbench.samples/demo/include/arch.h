/* What arch/ offers: the part of the kernel that knows the processor. */
#ifndef ARCH_H
#define ARCH_H

#include <stdbool.h>
#include <stdint.h>

/* What vector.S pushes, from the lowest address up. */
struct trapframe {
	uint64_t r15, r14, r13, r12, r11, r10, r9, r8, rbp, rdi, rsi, rdx, rcx, rbx, rax;
	uint64_t vector, error;
	uint64_t rip, cs, rflags, rsp, ss;
};

#define T_DOUBLE_FAULT	8
#define T_PAGE_FAULT	14
#define T_IRQ0		32
#define VECTORS		48

/* Bits of a page fault's error code. */
#define FAULT_PRESENT	0x1	/* the page is there, but not for this */
#define FAULT_WRITE	0x2

/* arch/trap.c: the last fault that a probe recovered from. */
struct fault {
	unsigned long count;
	uint64_t vector, address, error;
};
extern struct fault last_fault;
void trap_init(void);
void trap(struct trapframe *frame);

/* arch/probe.S: 0, or -1 after a fault, which is then in last_fault. */
int probe_read(const void *address, uint8_t *value);
int probe_write(void *address, uint8_t value);
int probe_msr(uint32_t msr, uint64_t *value);

/* arch/locore.S */
struct context;
void context_switch(struct context **save, struct context *next);
void thread_begin(void);
extern char boot_stack[], boot_stack_top[];

/* arch/vector.S */
extern const uint64_t vectors[VECTORS];

/* arch/cpu.c */
void cpu_init(void);
void cpu_identify(void);
bool cpu_has_rdrand(void);
bool cpu_rdrand(uint64_t *value);

/* arch/pmap.c */
void pmap_bootstrap(void);
void pmap_enter(uint64_t va, uint64_t pa, uint64_t flags);
bool pmap_remove(uint64_t va, uint64_t *pa);
bool pmap_extract(uint64_t va, uint64_t *pa, uint64_t *flags);
void *phys_to_virt(uint64_t pa);

/* arch/startup.c */
bool unmap_startup(void);
#endif
