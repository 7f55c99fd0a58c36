/* What the files of the kernel offer each other, by the file that defines it. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* conf/param.c: what an administrator may change; conf/vers.c: who we are; conf/swapgeneric.c: the tail. */
extern const int hz, time_slice, maxthreads;
extern const char ostype[], osrelease[], osversion[], version[];
extern const char *rootdevice;
const char *root_name(void);

/* conf/ioconf.c: the devices that this kernel looks for, in the order in which it looks. */
struct driver {
	const char *name;
	bool (*attach)(const char *name);	/* true: the device is there, and said so in one line */
};
extern const struct driver drivers[];

/* kern/autoconf.c */
int configure(void);

/* kern/main.c */
_Noreturn void main(uint32_t words, uint32_t tables);
void banner(void);

/* kern/bootinfo.c: what the loader told us, copied before its memory is used for something else. */
struct bootinfo {
	uint64_t memory_end;	/* first physical address after the memory that the kernel lies in */
	uint64_t tables;	/* physical address of the head's page tables: behind the kernel and its symbols */
	char arguments[256];
};
extern struct bootinfo bootinfo;
void bootinfo_read(uint32_t words, uint32_t tables);
bool bootinfo_has(const char *word);

/* kern/where.c */
int where_print(void);

/* kern/ksyms.c */
void ksyms_print(void);

/* kern/root.c */
_Noreturn void root_ask(void);

/* arch/cpu.c, for those who know no processor */
_Noreturn void machine_reset(void);

/* kern/printf.c */
void kprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));
int ksnprintf(char *to, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));
int kvsnprintf(char *to, size_t size, const char *format, va_list arguments);

/* kern/panic.c */
_Noreturn void panic(const char *format, ...) __attribute__((format(printf, 1, 2)));
void backtrace(uint64_t frame_pointer);

/* kern/msgbuf.c: the last words of the console, kept in memory. */
struct msgbuf {
	uint32_t written;	/* characters ever written */
	char text[4096];
};
extern struct msgbuf msgbuf;
void msgbuf_putc(char c);
void msgbuf_replay(void (*putc)(char));

/* kern/page.c: physical memory, page by page. */
void page_init(uint64_t first, uint64_t limit);
uint64_t page_alloc(void);	/* physical address of a zeroed page; panics when there is none */
void page_free(uint64_t page);
unsigned long page_count_free(void);

/* kern/pool.c: small pieces of memory. */
void *kmalloc(size_t size);
void kfree(void *p, size_t size);
unsigned long pool_bytes_in_use(void);

/* kern/sched.c */
struct thread;
struct thread *thread_create(const char *name, void (*entry)(void *), void *argument);
struct thread *thread_current(void);
const char *thread_name(const struct thread *t);
_Noreturn void thread_exit(void);
void sched_init(void);
void yield(void);
void sleep_on(const void *channel);
void wakeup(const void *channel);
void sched_tick(void);
void preempt(void);
unsigned long sched_switches(void);

/* kern/clock.c */
struct timeout {
	struct timeout *next;
	uint64_t when;
	void (*function)(void *);
	void *argument;
};
void hardclock(void);
uint64_t clock_ticks(void);
bool clock_runs(void);
void timeout_add(struct timeout *t, unsigned ticks, void (*function)(void *), void *argument);
void sleep_ticks(unsigned ticks);

/* kern/random.c */
void random_stir(const void *bytes, size_t size);
void random_bytes(void *to, size_t size);
uint32_t random_uniform(uint32_t bound);
bool rng_attach(const char *name);

/* kern/selftest.c */
int selftest(void);

/* lib/string.c */
void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
int memcmp(const void *a, const void *b, size_t size);
size_t strlen(const char *s);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t size);
size_t strlcpy(char *to, const char *from, size_t size);
char *strchr(const char *s, int c);

/* lib/chacha.c */
void chacha20_block(const uint32_t key[8], uint32_t counter, const uint32_t nonce[3], uint8_t out[64]);

/* dev/ */
void console_putc(char c);
void console_attach(void (*putc)(char));
void console_rescue(void);
bool com_attach(const char *name);
void com_putc(char c);
int com_getc(void);		/* -1: nobody typed */
bool lapic_attach(const char *name);
bool pic_attach(const char *name);
void pic_enable(int irq, void (*handler)(void));
void pic_interrupt(int irq);
bool pit_attach(const char *name);
unsigned pit_count(void);
bool rtc_attach(const char *name);
uint32_t rtc_seconds(void);
bool pci_attach(const char *name);
_Noreturn void debug_exit(bool good);
#endif
