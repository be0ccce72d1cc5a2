#include <string.h>

#include "base/big.h"

enum { LIMB = 32, QUOTIENT = 62 };

struct big
big_new(struct arena *a, size_t room)
{
	return (struct big){ arena_array(a, room, sizeof(uint32_t)), 0 };
}

void
big_copy(struct big *to, const struct big *from)
{
	memcpy(to->limb, from->limb, from->n * sizeof(*to->limb));
	to->n = from->n;
}

void
big_muladd(struct big *b, uint32_t factor, uint32_t term)
{
	uint64_t carry = term;

	for (size_t i = 0; i < b->n; i++) {
		carry += (uint64_t)b->limb[i] * factor;
		b->limb[i] = (uint32_t)carry;
		carry >>= LIMB;
	}
	if (carry != 0)
		b->limb[b->n++] = (uint32_t)carry;
	while (b->n > 0 && b->limb[b->n - 1] == 0)
		b->n--;
}

int
big_cmp(const struct big *a, const struct big *b)
{
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	for (size_t i = a->n; i-- > 0;)
		if (a->limb[i] != b->limb[i])
			return a->limb[i] < b->limb[i] ? -1 : 1;
	return 0;
}

void
big_sub(struct big *a, const struct big *b)
{
	uint64_t borrow = 0;

	for (size_t i = 0; i < a->n; i++) {
		uint64_t take = borrow + (i < b->n ? b->limb[i] : 0);

		borrow = a->limb[i] < take;
		a->limb[i] = (uint32_t)(a->limb[i] - take);
	}
	while (a->n > 0 && a->limb[a->n - 1] == 0)
		a->n--;
}

static void
shift_left(struct big *to, const struct big *from, unsigned bits)
{
	size_t whole = bits / LIMB;
	unsigned part = bits % LIMB;
	uint64_t carry = 0;

	memset(to->limb, 0, whole * sizeof(*to->limb));
	for (size_t i = 0; i < from->n; i++) {
		carry |= (uint64_t)from->limb[i] << part;
		to->limb[whole + i] = (uint32_t)carry;
		carry >>= LIMB;
	}
	to->n = whole + from->n;
	if (carry != 0)
		to->limb[to->n++] = (uint32_t)carry;
}

uint64_t
big_divide(struct big *a, const struct big *b, struct big *spare)
{
	uint64_t quotient = 0;

	for (unsigned bit = QUOTIENT; bit-- > 0;) {
		shift_left(spare, b, bit);
		if (big_cmp(a, spare) < 0)
			continue;
		big_sub(a, spare);
		quotient |= (uint64_t)1 << bit;
	}
	return quotient;
}
