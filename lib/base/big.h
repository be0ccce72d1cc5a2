#ifndef BASE_BIG_H
#define BASE_BIG_H

/*
 * Whole numbers from 0 without a limit, as far as an exact fraction needs
 * them.  The room of a number is fixed when it is made, in 32-bit limbs.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct big {
	uint32_t *limb;		/* the lowest first */
	size_t n;		/* in use; the highest of them is not 0 */
};

/* A zero with room; it lives as long as the arena. */
struct big big_new(struct arena *a, size_t room);

void big_copy(struct big *to, const struct big *from);

/* b * factor + term, in place. */
void big_muladd(struct big *b, uint32_t factor, uint32_t term);

/* Less than, equal to or more than 0. */
int big_cmp(const struct big *a, const struct big *b);

/* a - b in place, for b not more than a. */
void big_sub(struct big *a, const struct big *b);

/*
 * The whole part of a / b, which must be under 2^62, leaving the rest in a.
 * spare has two limbs more than b.
 */
uint64_t big_divide(struct big *a, const struct big *b, struct big *spare);

#endif
