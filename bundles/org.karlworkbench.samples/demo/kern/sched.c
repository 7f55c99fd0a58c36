/*
 * Threads and their turns. Who is ready waits in a queue, first come, first served; who runs longer than its time
 * slice goes to the end of it. The thread that booted the kernel is one like the others, and is the one that waits
 * for interrupts when nobody is ready.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

struct thread {
	struct context *context;	/* the stack pointer, while it does not run */
	struct thread *next;
	const void *channel;		/* what it sleeps for; NULL: it does not sleep */
	const char *name;
	uint64_t stack;			/* the page, physical */
	int used;			/* ticks of this time slice */
};

/* What context_switch() finds on a stack, lowest address first. */
struct initial_stack {
	uint64_t r15, r14, r13, argument, function, rbp, return_address, none;
};

static struct thread boot_thread = {.name = "boot"};
static struct thread *current = &boot_thread;
static struct thread *ready_first, *ready_last, *sleeping, *dead;
static unsigned long switches;
static int threads = 1;
static bool slice_over;
static bool idle;		/* current waits in run_next() and is in another queue already */

static void make_ready(struct thread *t)
{
	t->next = NULL;
	if (ready_first == NULL)
		ready_first = t;
	else
		ready_last->next = t;
	ready_last = t;
}

static struct thread *take_ready(void)
{
	struct thread *t = ready_first;

	if (t != NULL)
		ready_first = t->next;
	return t;
}

/* A thread cannot free the stack that it stands on. The next one does it. */
static void bury(void)
{
	struct thread *t;

	while ((t = dead) != NULL) {
		dead = t->next;
		page_free(t->stack);
		kfree(t, sizeof(*t));
		threads--;
	}
}

/* With interrupts off. The caller has put the current thread into the queue where it belongs. */
static void run_next(void)
{
	struct thread *from = current, *to;

	while ((to = take_ready()) == NULL) {
		/* Nobody is ready, so only an interrupt can change that. It comes in between hlt and cli. */
		idle = true;
		intr_wait();
		intr_disable();
		idle = false;
	}
	slice_over = false;
	if (to == from)
		return;
	to->used = 0;
	current = to;
	switches++;
	context_switch(&from->context, to->context);
	bury();
}

void sched_init(void)
{
	boot_thread.stack = image_physical(boot_stack);
}

struct thread *thread_create(const char *name, void (*entry)(void *), void *argument)
{
	struct thread *t = kmalloc(sizeof(*t));
	struct initial_stack *s;
	uint64_t flags;

	if (threads >= maxthreads)
		panic("thread_create: more than %d threads", maxthreads);
	t->name = name;
	t->stack = page_alloc();
	s = (struct initial_stack *)((char *)phys_to_virt(t->stack) + PAGE_SIZE) - 1;
	s->function = (uint64_t)entry;
	s->argument = (uint64_t)argument;
	s->return_address = (uint64_t)thread_begin;
	t->context = (struct context *)s;
	flags = intr_disable();
	threads++;
	make_ready(t);
	intr_restore(flags);
	return t;
}

struct thread *thread_current(void)
{
	return current;
}

const char *thread_name(const struct thread *t)
{
	return t->name;
}

_Noreturn void thread_exit(void)
{
	intr_disable();
	current->next = dead;
	dead = current;
	run_next();
	panic("a dead thread runs");
}

void yield(void)
{
	uint64_t flags = intr_disable();

	make_ready(current);
	run_next();
	intr_restore(flags);
}

/* Until somebody calls wakeup() with the same address. What the address points to does not matter. */
void sleep_on(const void *channel)
{
	uint64_t flags = intr_disable();

	current->channel = channel;
	current->next = sleeping;
	sleeping = current;
	run_next();
	intr_restore(flags);
}

void wakeup(const void *channel)
{
	uint64_t flags = intr_disable();
	struct thread **link = &sleeping, *t;

	while ((t = *link) != NULL) {
		if (t->channel != channel) {
			link = &t->next;
			continue;
		}
		*link = t->next;
		t->channel = NULL;
		make_ready(t);
	}
	intr_restore(flags);
}

/* From the clock's interrupt, hz times a second. */
void sched_tick(void)
{
	if (!idle && ++current->used >= time_slice && ready_first != NULL)
		slice_over = true;
}

/* At the end of an interrupt, with interrupts off. */
void preempt(void)
{
	if (!slice_over)
		return;
	make_ready(current);
	run_next();
}

unsigned long sched_switches(void)
{
	return switches;
}
