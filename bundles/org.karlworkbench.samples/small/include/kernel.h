/* What the files of the small kernels offer each other, by the file that defines it. An unsigned long is an address. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From ld.script and from gap.o: only their addresses mean anything. */
extern char kernel_text[], etext[], rodata_start[], erodata[], data_start[], end[], endboot[];

/* conf/ */
extern unsigned hz, maxusers;
extern const char version[];
struct driver {
	const char *name;
	bool (*attach)(const char *name);	/* true: it is there, and said so in one line */
};
extern const struct driver drivers[];
const char *root_name(void);

/* kern/ */
_Noreturn void main(unsigned long boot);
int configure(void);
int where_print(void);
void kprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));
void kvprintf(const char *format, va_list arguments);
_Noreturn void panic(const char *format, ...) __attribute__((format(printf, 1, 2)));
void bootargs_set(const char *arguments);
bool bootargs_has(const char *word);
_Noreturn void root_ask(void);
bool startup_end(void);
bool mainbus_attach(const char *name);
bool cpu_attach(const char *name);

/* dev/: the console's characters; getc gives -1 when none is waiting. */
bool com_attach(const char *name);
void com_putc(char c);
int com_getc(void);

/* lib/ */
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
int memcmp(const void *a, const void *b, size_t size);
size_t strlen(const char *s);
int strncmp(const char *a, const char *b, size_t size);
size_t strlcpy(char *to, const char *from, size_t size);

/* lib/fdt.c: a property of a flattened device tree's node, or NULL. */
const char *fdt_text(const void *tree, const char *node, const char *property);

/* The processor's folder: locore.S */
extern char start[], kernel_start[];
int probe_read(const void *address, uint8_t *value);	/* 0, or -1 after a fault, which is in last_fault then */
struct fault {
	unsigned long cause, address;
};
extern volatile struct fault last_fault;
_Noreturn void trap_fatal(unsigned long cause, unsigned long pc, unsigned long address);

/* The processor's folder: machine.c */
extern const char startup_verb[];			/* "unmapped" or "trashed" */
void machine_init(unsigned long boot);			/* traps, page tables, the boot arguments */
_Noreturn void machine_reset(void);
void startup_forget(unsigned long page);		/* takes one page of the startup code away */
bool startup_is_gone(unsigned long page);		/* whether using it fails now, and for the right reason */
#endif
