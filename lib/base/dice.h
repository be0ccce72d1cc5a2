#ifndef BASE_DICE_H
#define BASE_DICE_H

/*
 * Numbers as if by chance, the same for a seed on every machine: SplitMix64
 * (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014).  For resampling, where a seed is published so that others
 * get the same bytes; not for secrets, and not for lots, which civic/lot.h
 * draws from numbers that nobody chooses.
 */

#include <stdint.h>

struct dice {
	uint64_t state;		/* the seed at first */
};

/* The next of all 64-bit numbers; one below n, which is not 0. */
uint64_t dice_next(struct dice *d);
uint32_t dice_below(struct dice *d, uint32_t n);

/*
 * The number that stands at a place, from 0, of the dice of a seed.  Two
 * places never have the same.
 */
uint64_t dice_at(uint64_t seed, uint64_t place);

#endif
