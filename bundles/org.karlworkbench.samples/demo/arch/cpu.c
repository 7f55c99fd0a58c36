/* The processor: its descriptor tables, and what it says about itself. */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

#define MSR_EFER	0xc0000080

/* In 64-bit mode a task state segment is little more than a list of stacks. */
struct tss {
	uint32_t reserved0;
	uint64_t rsp[3];
	uint64_t reserved1;
	uint64_t ist[7];
	uint64_t reserved2;
	uint16_t reserved3, iomap;
} __attribute__((packed));

static struct tss tss;
static uint64_t gdt[5] __attribute__((aligned(16)));

/* A double fault often means that the stack is bad. It gets one of its own, or the next fault resets the machine. */
static uint8_t fault_stack[PAGE_SIZE] __attribute__((aligned(16)));

static bool have_rdrand;

static void tss_init(void)
{
	uint64_t base = (uint64_t)&tss;

	tss.ist[0] = (uint64_t)fault_stack + sizeof(fault_stack);
	tss.iomap = sizeof(tss);
	gdt[3] = (sizeof(tss) - 1) | (base & 0xffffff) << 16 | 0x89ull << 40 | (base >> 24 & 0xff) << 56;
	gdt[4] = base >> 32;
}

/* The head's table was in the head's page, which will go. This one is the body's. */
void cpu_init(void)
{
	struct {
		uint16_t limit;
		uint64_t base;
	} __attribute__((packed)) pointer = {sizeof(gdt) - 1, (uint64_t)gdt};

	gdt[1] = 0x00af9a000000ffff;
	gdt[2] = 0x00cf92000000ffff;
	tss_init();
	__asm__ volatile("lgdt %0" : : "m"(pointer));
	__asm__ volatile("ltr %w0" : : "r"(SEL_TSS));
	/* lretq reloads %cs from the new table. */
	__asm__ volatile("pushq %0; leaq 1f(%%rip), %%rax; pushq %%rax; lretq; 1:" : : "i"(SEL_CODE) : "rax", "memory");
	__asm__ volatile("movl %0, %%ds; movl %0, %%es; movl %0, %%ss" : : "r"(SEL_DATA));
}

void cpu_identify(void)
{
	struct cpuid highest = cpuid(0x80000000), leaf;
	char brand[49] = "an amd64 processor";
	uint64_t efer;

	if (highest.eax >= 0x80000004) {
		for (uint32_t i = 0; i < 3; i++) {
			leaf = cpuid(0x80000002 + i);
			memcpy(brand + 16 * i, &leaf, 16);
		}
		brand[48] = '\0';
	}
	leaf = cpuid(1);
	have_rdrand = leaf.ecx >> 30 & 1;
	kprintf("cpu0: %s, family %u, model %u%s\n", brand, leaf.eax >> 8 & 15, leaf.eax >> 4 & 15,
		have_rdrand ? ", rdrand" : "");
	if (probe_msr(MSR_EFER, &efer) != 0 || (efer & 0x800) == 0)
		panic("cpu0: no-execute is off");
}

bool cpu_has_rdrand(void)
{
	return have_rdrand;
}

/* May fail when asked too often; says so in the carry flag. */
bool cpu_rdrand(uint64_t *value)
{
	bool good;

	__asm__ volatile("rdrand %0; setc %1" : "=r"(*value), "=qm"(good) : : "cc");
	return good;
}

/* A trap that leads to no handler, twice over: the processor resets itself. */
_Noreturn void machine_reset(void)
{
	struct {
		uint16_t limit;
		uint64_t base;
	} __attribute__((packed)) none = {0, 0};

	for (;;)
		__asm__ volatile("lidt %0; int3" : : "m"(none));
}
