/*
 * Random numbers: what little chance a machine offers is stirred into a key, and ChaCha20 makes as many bytes of it
 * as anybody wants. A kernel's relink needs them just so: the order and the gaps are worth what the generator is.
 */
#include "arch.h"
#include "kernel.h"
#include "machine.h"

static uint32_t key[8];
static uint64_t stirred;	/* bytes */

/* Makes the next 64 bytes, and out of their first half the next key: who steals the state learns nothing old. */
static void next_block(uint8_t out[64])
{
	static uint32_t counter;
	static const uint32_t nonce[3] = {0x6c72616b, 0x6d65642d, 0x006e726f};

	chacha20_block(key, counter++, nonce, out);
	memcpy(key, out, sizeof(key));
}

void random_stir(const void *bytes, size_t size)
{
	const uint8_t *from = bytes;
	uint8_t *k = (uint8_t *)key, block[64];
	uint64_t flags = intr_disable();

	while (size > 0) {
		size_t n = size < sizeof(key) ? size : sizeof(key);

		for (size_t i = 0; i < n; i++)
			k[i] ^= from[i];
		next_block(block);
		from += n;
		size -= n;
		stirred += n;
	}
	intr_restore(flags);
}

void random_bytes(void *to, size_t size)
{
	uint8_t block[64], *p = to;
	uint64_t flags = intr_disable();

	while (size > 0) {
		size_t n = size < 32 ? size : 32;

		next_block(block);
		memcpy(p, block + 32, n);
		p += n;
		size -= n;
	}
	intr_restore(flags);
}

/* 0 to bound-1, each as likely as the others: numbers from the incomplete last round are thrown away. */
uint32_t random_uniform(uint32_t bound)
{
	uint32_t value, least;

	if (bound < 2)
		return 0;
	least = -bound % bound;
	do
		random_bytes(&value, sizeof(value));
	while (value < least);
	return value % bound;
}

bool rng_attach(const char *name)
{
	uint64_t sample;
	unsigned hardware = 0;

	for (int i = 0; i < 64; i++) {
		sample = rdtsc() ^ (uint64_t)pit_count() << 48;
		random_stir(&sample, sizeof(sample));
	}
	for (int i = 0; i < 4 && cpu_has_rdrand(); i++)
		if (cpu_rdrand(&sample)) {
			random_stir(&sample, sizeof(sample));
			hardware += sizeof(sample);
		}
	sample = rtc_seconds();
	random_stir(&sample, sizeof(sample));
	kprintf("%s: %lu bytes stirred, %u of them from rdrand\n", name, stirred, hardware);
	return true;
}
