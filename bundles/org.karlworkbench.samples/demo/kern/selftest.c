/*
 * Does this relink work? Each test uses functions of several objects, so that a wrong relocation, wherever it is,
 * has a chance to be met before anybody relies on it.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

struct test {
	const char *name;
	bool (*run)(void);
};

static bool test_string(void)
{
	char buffer[16];

	return strlen("relink") == 6 && strcmp("gap", "gaq") < 0 && strcmp("head", "head") == 0 &&
		strlcpy(buffer, "a text that is too long", sizeof(buffer)) == 23 &&
		strcmp(buffer, "a text that is ") == 0 &&
		memmove(buffer + 2, buffer, 6) == buffer + 2 && strncmp(buffer, "a a text", 8) == 0 &&
		memcmp("body", "bodz", 4) < 0 && strchr("tail", 'i') != NULL;
}

static bool test_printf(void)
{
	char buffer[64];
	int length = ksnprintf(buffer, sizeof(buffer), "%d %u %#x %05d %3s %c %lx %%", -7, 7u, 255, 42, "ab", 'c',
		0xfedcba9876543210ul);

	return length == (int)strlen(buffer) && strcmp(buffer, "-7 7 0xff 00042  ab c fedcba9876543210 %") == 0 &&
		ksnprintf(buffer, 4, "%s", "abcdef") == 6 && strcmp(buffer, "abc") == 0;
}

static bool test_page(void)
{
	unsigned long before = page_count_free();
	uint64_t a = page_alloc(), b = page_alloc();
	uint64_t *p = phys_to_virt(a);
	bool good = a != b && a % PAGE_SIZE == 0 && p[0] == 0 && page_count_free() == before - 2;

	p[0] = 1;
	page_free(a);
	page_free(b);
	return good && page_count_free() == before;
}

static bool test_pool(void)
{
	unsigned long before = pool_bytes_in_use();
	void *pieces[40];
	bool good = true;

	for (int i = 0; i < 40; i++)
		memset(pieces[i] = kmalloc(100), i, 100);
	for (int i = 0; i < 40; i++) {
		good &= *(uint8_t *)pieces[i] == i;
		kfree(pieces[i], 100);
	}
	return good && pool_bytes_in_use() == before;
}

/* A page at an address where nothing was: written here, read there, and gone again. */
static bool test_pmap(void)
{
	uint64_t va = KERNBASE + 0x30000000, pa = page_alloc(), found, flags;
	uint8_t value = 0;
	bool good;

	pmap_enter(va, pa, PTE_WRITE | PTE_NOEXEC);
	*(volatile uint8_t *)va = 0x5a;
	good = *(uint8_t *)phys_to_virt(pa) == 0x5a && pmap_extract(va, &found, &flags) && found == pa &&
		(flags & PTE_NOEXEC) != 0;
	good &= pmap_remove(va, &found) && found == pa && probe_read((void *)va, &value) != 0;
	page_free(pa);
	return good && last_fault.address == va;
}

/* Code and constants are there, and cannot be written, not even by the kernel. */
static bool test_readonly(void)
{
	static const char constant[] = "constant";
	void *places[] = {(void *)test_readonly, (void *)constant, endboot};

	for (int i = 0; i < 3; i++) {
		if (probe_write(places[i], 0) == 0)
			return false;
		if (last_fault.error != (FAULT_PRESENT | FAULT_WRITE) || last_fault.address != (uint64_t)places[i])
			return false;
	}
	return true;
}

/* The example of RFC 8439, section 2.3.2: the first 16 of its 64 bytes. */
static bool test_chacha(void)
{
	static const uint8_t expected[16] = {0x10, 0xf1, 0xe7, 0xe4, 0xd1, 0x3b, 0x59, 0x15, 0x50, 0x0f, 0xdd, 0x1f,
					     0xa3, 0x20, 0x71, 0xc4};
	static const uint32_t nonce[3] = {0x09000000, 0x4a000000, 0};
	uint32_t key[8];
	uint8_t out[64];

	for (uint32_t i = 0; i < 8; i++)
		key[i] = (4 * i) | (4 * i + 1) << 8 | (4 * i + 2) << 16 | (4 * i + 3) << 24;
	chacha20_block(key, 1, nonce, out);
	return memcmp(out, expected, sizeof(expected)) == 0;
}

static bool test_random(void)
{
	uint32_t seen = 0;

	for (int i = 0; i < 1000; i++)
		seen |= 1u << random_uniform(20);
	return seen == (1u << 20) - 1;
}

static struct {
	int rounds[2], turn, done;
} game;

/* Each player waits for its turn and gives it to the other. */
static void player(void *argument)
{
	int self = argument == &game.rounds[1];

	for (int i = 0; i < 50; i++) {
		/* Between the look and the sleep nobody may come in, or the wakeup would be missed. */
		uint64_t flags = intr_disable();

		while (game.turn != self)
			sleep_on(&game.turn);
		intr_restore(flags);
		game.rounds[self]++;
		game.turn = !self;
		wakeup(&game.turn);
		yield();
	}
	game.done++;
	wakeup(&game);
}

static bool test_threads(void)
{
	unsigned long before = sched_switches();
	uint64_t flags = intr_disable();

	thread_create("ping", player, &game.rounds[0]);
	thread_create("pong", player, &game.rounds[1]);
	while (game.done < 2)
		sleep_on(&game);
	intr_restore(flags);
	return game.rounds[0] == 50 && game.rounds[1] == 50 && sched_switches() - before >= 100 &&
		strcmp(thread_name(thread_current()), "boot") == 0;
}

static volatile bool stop_spinning;

static void spinner(void *argument)
{
	volatile uint64_t *count = argument;

	while (!stop_spinning)
		++*count;
	wakeup(argument);
}

/* A thread that never gives way is made to: by the clock. */
static bool test_preemption(void)
{
	static volatile uint64_t count;
	uint64_t flags;

	if (!clock_runs()) {
		kprintf("selftest: no clock ticks here, preemption is not tested\n");
		return true;
	}
	thread_create("spinner", spinner, (void *)&count);
	sleep_ticks(2);
	flags = intr_disable();
	stop_spinning = true;
	sleep_on((const void *)&count);
	intr_restore(flags);
	return count > 0;
}

static const struct test tests[] = {
	{"string", test_string},	{"printf", test_printf}, {"page", test_page},
	{"pool", test_pool},		{"pmap", test_pmap},	 {"readonly", test_readonly},
	{"chacha", test_chacha},	{"random", test_random}, {"threads", test_threads},
	{"preemption", test_preemption},
};

/* Returns how many failed. */
int selftest(void)
{
	int count = sizeof(tests) / sizeof(tests[0]), failed = 0;

	for (int i = 0; i < count; i++) {
		if (tests[i].run())
			continue;
		kprintf("selftest: %s failed\n", tests[i].name);
		failed++;
	}
	kprintf("selftest: %d of %d passed\n", count - failed, count);
	return failed;
}
