/* riscv64: pages, and what the device tree says. */
#include "kernel.h"
#include "layout.h"

#define CAUSE_LOAD_PAGE	13

static uint64_t level1[512] __attribute__((aligned(PAGE_SIZE)));
static uint64_t level2[512] __attribute__((aligned(PAGE_SIZE)));
static uint64_t level3[512] __attribute__((aligned(PAGE_SIZE)));

volatile struct fault last_fault;
const char startup_verb[] = "unmapped";

bool cpu_attach(const char *name)
{
	kprintf("%s at mainbus0: riscv64, Sv39\n", name);
	return true;
}

static uint64_t physical(const void *p)
{
	return (uint64_t)p - KERNBASE;
}

static void map(const char *from, const char *to, uint64_t flags)
{
	for (const char *p = from; p < to; p += PAGE_SIZE)
		level3[(uint64_t)p >> 12 & 511] = physical(p) >> 2 | flags | PTE_USED | PTE_READ | PTE_VALID;
}

static void pages_init(void)
{
	map(kernel_text, etext, PTE_EXEC);
	map(rodata_start, erodata, 0);
	map(data_start, end, PTE_WRITE);
	level2[1] = physical(level3) >> 2 | PTE_VALID;
	level1[SLOT_KERNEL] = physical(level2) >> 2 | PTE_VALID;
	level1[SLOT_DEVICES] = PTE_USED | PTE_WRITE | PTE_READ | PTE_VALID;
	level1[SLOT_MEMORY] = MEMORY >> 2 | PTE_USED | PTE_WRITE | PTE_READ | PTE_VALID;
	__asm__ volatile("csrw satp, %0; sfence.vma" : : "r"(SATP_SV39 | physical(level1) >> 12) : "memory");
}

void machine_init(unsigned long boot)
{
	pages_init();
	bootargs_set(fdt_text((const void *)(boot - MEMORY + MEMORY_WINDOW), "chosen", "bootargs"));
}

_Noreturn void machine_reset(void)
{
	for (;;)
		*(volatile uint32_t *)FINISH = 0x7777;
}

void startup_forget(unsigned long page)
{
	level3[page >> 12 & 511] = 0;
	__asm__ volatile("sfence.vma %0" : : "r"(page) : "memory");
}

/* True if reading faults for the only right reason: at that address, because there is no page. */
bool startup_is_gone(unsigned long page)
{
	uint8_t value;

	return probe_read((const void *)page, &value) != 0 && last_fault.address == page &&
		last_fault.cause == CAUSE_LOAD_PAGE;
}
