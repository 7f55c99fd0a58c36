/* i386: segments, traps, pages, and what the multiboot loader says. */
#include "kernel.h"
#include "layout.h"

#define VECTORS		32
#define T_PAGE_FAULT	14
#define FAULT_PRESENT	0x1
#define HAS_ARGUMENTS	0x4	/* of the multiboot information's flags; the text's address is its fifth word */

extern char trap_page[], trap_other[];
void segments_load(const void *pointer);

struct pointer {
	uint16_t limit;
	uint32_t base;
} __attribute__((packed));

static const uint64_t gdt[] = {0, 0x00cf9a000000ffff, 0x00cf92000000ffff};
static uint64_t idt[VECTORS];
static uint32_t directory[1024] __attribute__((aligned(PAGE_SIZE)));
static uint32_t table[1024] __attribute__((aligned(PAGE_SIZE)));

volatile struct fault last_fault;
const char startup_verb[] = "unmapped";

bool cpu_attach(const char *name)
{
	kprintf("%s at mainbus0: i386, pages of %u bytes\n", name, PAGE_SIZE);
	return true;
}

static void traps_init(void)
{
	struct pointer segments = {sizeof(gdt) - 1, (uint32_t)gdt}, gates = {sizeof(idt) - 1, (uint32_t)idt};

	segments_load(&segments);
	for (int i = 0; i < VECTORS; i++) {
		uint32_t handler = (uint32_t)(i == T_PAGE_FAULT ? trap_page : trap_other);

		idt[i] = (uint64_t)(handler >> 16) << 48 | 0x8e00ull << 32 | SEL_CODE << 16 | (handler & 0xffff);
	}
	__asm__ volatile("lidt %0" : : "m"(gates));
}

static void map(const char *from, const char *to, uint32_t flags)
{
	for (uint32_t va = (uint32_t)from; va < (uint32_t)to; va += PAGE_SIZE)
		table[va >> 12 & 1023] = (va - KERNBASE) | flags | PTE_PRESENT;
}

static void pages_init(void)
{
	map(kernel_text, etext, 0);
	map(rodata_start, erodata, 0);
	map(data_start, end, PTE_WRITE);
	directory[KERNBASE >> 22] = ((uint32_t)table - KERNBASE) | PTE_WRITE | PTE_PRESENT;
	__asm__ volatile("movl %0, %%cr3" : : "r"((uint32_t)directory - KERNBASE) : "memory");
}

/* The first word is the kernel's file. */
static void arguments_init(const uint32_t *information)
{
	const char *text = (const char *)(KERNBASE + information[4]);

	if (information[0] & HAS_ARGUMENTS && information[4] < EARLY_DIRECTORY) {
		while (*text != '\0' && *text != ' ')
			text++;
		bootargs_set(*text == ' ' ? text + 1 : text);
	}
}

void machine_init(unsigned long boot)
{
	traps_init();
	arguments_init((const uint32_t *)(KERNBASE + boot));
	pages_init();
}

/* A trap that leads to no handler, twice over: the processor resets itself. */
_Noreturn void machine_reset(void)
{
	struct pointer none = {0, 0};

	for (;;)
		__asm__ volatile("lidt %0; int3" : : "m"(none));
}

void startup_forget(unsigned long page)
{
	table[page >> 12 & 1023] = 0;
	__asm__ volatile("invlpg (%0)" : : "r"(page) : "memory");
}

/* True if reading faults for the only right reason: at that address, because there is no page. */
bool startup_is_gone(unsigned long page)
{
	uint8_t value;

	return probe_read((const void *)page, &value) != 0 && last_fault.address == page &&
		(last_fault.cause & FAULT_PRESENT) == 0;
}
