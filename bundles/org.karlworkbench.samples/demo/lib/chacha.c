/*
 * ChaCha20's block function (RFC 8439, section 2.3): 512 bits of state, stirred in 20 rounds of additions, exclusive
 * ors and rotations. Without the key nobody can tell its output from chance.
 */
#include "kernel.h"

static uint32_t rotate(uint32_t x, int bits)
{
	return x << bits | x >> (32 - bits);
}

static void quarter(uint32_t s[16], int a, int b, int c, int d)
{
	s[a] += s[b], s[d] = rotate(s[d] ^ s[a], 16);
	s[c] += s[d], s[b] = rotate(s[b] ^ s[c], 12);
	s[a] += s[b], s[d] = rotate(s[d] ^ s[a], 8);
	s[c] += s[d], s[b] = rotate(s[b] ^ s[c], 7);
}

void chacha20_block(const uint32_t key[8], uint32_t counter, const uint32_t nonce[3], uint8_t out[64])
{
	static const uint32_t constants[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
	uint32_t first[16], s[16];

	memcpy(first, constants, sizeof(constants));
	memcpy(first + 4, key, 32);
	first[12] = counter;
	memcpy(first + 13, nonce, 12);
	memcpy(s, first, sizeof(s));

	for (int i = 0; i < 10; i++) {
		for (int column = 0; column < 4; column++)
			quarter(s, column, column + 4, column + 8, column + 12);
		for (int diagonal = 0; diagonal < 4; diagonal++)
			quarter(s, diagonal, 4 + (diagonal + 1) % 4, 8 + (diagonal + 2) % 4, 12 + (diagonal + 3) % 4);
	}

	for (int i = 0; i < 16; i++)
		s[i] += first[i];
	memcpy(out, s, 64);
}
