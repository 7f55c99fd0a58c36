/*
 * Boots an OpenBSD amd64 kernel in QEMU, which does not know how by itself: this loader is what QEMU gets as -kernel,
 * the kernel is its module (-initrd), and the boot arguments are -append. Freestanding code, 32 bits, no paging.
 */
#include "loader.h"

#define COM	0x3f8

static uint8_t port_read(uint16_t port)
{
	uint8_t value;

	__asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
	return value;
}

static void say(const char *text)
{
	for (; *text != '\0'; text++) {
		while ((port_read(COM + 5) & 0x20) == 0)
			;
		__asm__ volatile("outb %0, %1" : : "a"(*text), "Nd"((uint16_t)COM));
	}
}

_Noreturn void die(const char *why)
{
	say("loader: ");
	say(why);
	say("\n");
	for (;;)
		__asm__ volatile("cli; hlt");
}

void copy(void *to, const void *from, uint32_t size)
{
	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
}

_Noreturn void main(const struct multiboot *from)
{
	const struct module *kernel = (const struct module *)from->modules;
	const uint8_t *list;

	if ((from->flags & MULTIBOOT_HAS_MODULES) == 0 || from->module_count == 0)
		die("no kernel was given");
	struct loaded loaded = load_kernel((const uint8_t *)kernel->start, kernel->limit - kernel->start);
	uint32_t length = bootargs_make(from, &list);
	uint32_t howto = from->flags & MULTIBOOT_HAS_ARGUMENTS ? howto_of((const char *)from->arguments) : 0;

	enter(loaded.entry, howto, loaded.limit, from->memory_upper, from->memory_lower, length, list);
}
