/* Exceptions and interrupts, after vector.S has made a frame of them. */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

struct gate {
	uint16_t offset_low, selector;
	uint8_t ist, type;
	uint16_t offset_middle;
	uint32_t offset_high, reserved;
};

/* One pair of the section .nofault: see probe.S. */
struct nofault {
	uint64_t instruction, recover;
};
extern const struct nofault nofault_start[], nofault_end[];

static struct gate idt[VECTORS];

struct fault last_fault;

static const char *const trap_names[] = {
	"divide error", "debug", "non-maskable interrupt", "breakpoint", "overflow", "bound range", "invalid opcode",
	"no coprocessor", "double fault", "coprocessor overrun", "invalid task state", "segment not present",
	"stack fault", "general protection fault", "page fault",
};

static void set_gate(int vector, uint64_t handler, int ist)
{
	idt[vector] = (struct gate){
		.offset_low = handler & 0xffff,
		.selector = SEL_CODE,
		.ist = ist,
		.type = 0x8e,	/* present, interrupt gate: interrupts are off when we get there */
		.offset_middle = handler >> 16 & 0xffff,
		.offset_high = handler >> 32,
	};
}

void trap_init(void)
{
	struct {
		uint16_t limit;
		uint64_t base;
	} __attribute__((packed)) pointer = {sizeof(idt) - 1, (uint64_t)idt};

	for (int i = 0; i < VECTORS; i++)
		set_gate(i, vectors[i], i == T_DOUBLE_FAULT ? 1 : 0);
	__asm__ volatile("lidt %0" : : "m"(pointer));
}

static const char *trap_name(uint64_t vector)
{
	return vector < sizeof(trap_names) / sizeof(trap_names[0]) ? trap_names[vector] : "trap";
}

/* Was it one of the few instructions that may fault? Then go on where its pair says. */
static bool recover(struct trapframe *frame)
{
	for (const struct nofault *n = nofault_start; n < nofault_end; n++) {
		if (n->instruction != frame->rip)
			continue;
		last_fault.count++;
		last_fault.vector = frame->vector;
		last_fault.address = frame->vector == T_PAGE_FAULT ? read_cr2() : 0;
		last_fault.error = frame->error;
		frame->rip = n->recover;
		return true;
	}
	return false;
}

/* These addresses mean nothing without the kernel that they come from: every relink has others. */
static void __attribute__((cold)) dump(const struct trapframe *f)
{
	kprintf("rip %016lx rsp %016lx rfl %016lx err %lx\n", f->rip, f->rsp, f->rflags, f->error);
	kprintf("rax %016lx rbx %016lx rcx %016lx rdx %016lx\n", f->rax, f->rbx, f->rcx, f->rdx);
	kprintf("rsi %016lx rdi %016lx rbp %016lx cr2 %016lx\n", f->rsi, f->rdi, f->rbp, read_cr2());
	kprintf("r8  %016lx r9  %016lx r10 %016lx r11 %016lx\n", f->r8, f->r9, f->r10, f->r11);
	kprintf("r12 %016lx r13 %016lx r14 %016lx r15 %016lx\n", f->r12, f->r13, f->r14, f->r15);
}

void trap(struct trapframe *frame)
{
	if (frame->vector >= T_IRQ0) {
		pic_interrupt(frame->vector - T_IRQ0);
		/* A tick may have ended the thread's time slice. Its frame stays on its stack until it runs on. */
		preempt();
		return;
	}
	if (recover(frame))
		return;
	dump(frame);
	panic("%s at %#lx", trap_name(frame->vector), frame->rip);
}
