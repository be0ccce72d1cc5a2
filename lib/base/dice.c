#include "base/dice.h"

#define STEP 0x9e3779b97f4a7c15u	/* odd: 2^64 by the golden ratio */

static uint64_t
mixed(uint64_t z)
{
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

uint64_t
dice_next(struct dice *d)
{
	d->state += STEP;
	return mixed(d->state);
}

/*
 * The high half of a product is below n; numbers whose low half is among the
 * 2^32 % n lowest are thrown again, so that each of n has as many chances.
 */
uint32_t
dice_below(struct dice *d, uint32_t n)
{
	uint32_t uneven = (0 - n) % n;
	uint64_t product;

	do
		product = (dice_next(d) >> 32) * n;
	while ((uint32_t)product < uneven);
	return (uint32_t)(product >> 32);
}

uint64_t
dice_at(uint64_t seed, uint64_t place)
{
	return mixed(seed + (place + 1) * STEP);
}
