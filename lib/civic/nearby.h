#ifndef CIVIC_NEARBY_H
#define CIVIC_NEARBY_H

/*
 * Things that have bands in common (civic/sketch.h): a table from the keys of
 * bands to the numbers of the things that have them.
 *
 * A key keeps no more than so many things, those that came first, so that a
 * look takes a bounded time whatever all have in common.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/order.h"
#include "base/slab.h"

enum { NEARBY_MOST = 256 };	/* things of a key */

struct nearby {
	size_t bands, most;	/* of a thing; of a key */

	/* The rest is for nearby.c alone. */
	struct slab memory;
	struct nearby_slot *slot;
	size_t slots;
	uint32_t *hit;
	uint8_t *seen;
	struct order *found;
};

/*
 * Room for count things with so many bands each, at most so many of a key:
 * at most 11 bytes for each band of each.
 */
void nearby_open(struct nearby *n, size_t count, size_t bands, size_t most);

/* Have the memory of these keys at hand soon. */
void nearby_prefetch(const struct nearby *n, const uint64_t *key);

/*
 * The things that have two bands or more of these in common: those with most
 * bands first, and among them those with the lowest number.  At most `most`
 * are written; returns how many.
 */
size_t nearby_find(struct nearby *n, const uint64_t *key, uint32_t *number,
    size_t most);

/* Enter a thing; returns how many of its keys had no place for it. */
size_t nearby_add(struct nearby *n, const uint64_t *key, uint32_t number);

void nearby_free(struct nearby *n);

#endif
