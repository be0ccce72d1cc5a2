#ifndef BASE_MAP_H
#define BASE_MAP_H

/*
 * A dictionary: texts to dense numbers 0, 1, 2 ... in the order of their
 * first coming.  What belongs to a text is kept by the caller in an array
 * under that number.  A map of all zeros is empty and ready.  It copies its
 * keys; they live until map_free.  The hash is seeded anew in every process,
 * so that no input can be made to collide; the numbers do not depend on it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define MAP_NONE ((size_t)-1)

struct map {
	size_t count;		/* texts in it */

	/* The rest is for map.c alone. */
	struct arena keys;
	struct map_entry *entry;
	uint64_t *slot;
	size_t room, slots;
	char *tail;
	size_t tailroom;
};

/* The number of the key, which is added if it is new (number == old count). */
size_t map_add(struct map *m, struct str key);

/* The number of the key, or MAP_NONE. */
size_t map_find(const struct map *m, struct str key);

/* The text of a number below count. */
struct str map_key(const struct map *m, size_t number);

/*
 * For loops over millions of keys in a map too large for the cache: hash
 * and prefetch a batch of keys first, then prefetch what stands there, then,
 * if the keys are longer than 8 bytes, their texts, then add them.
 */
uint64_t map_hash(struct str key);
void map_prefetch(const struct map *m, uint64_t hash);
void map_prefetch_key(const struct map *m, uint64_t hash);
void map_prefetch_text(const struct map *m, uint64_t hash);
size_t map_add_hashed(struct map *m, struct str key, uint64_t hash);

void map_free(struct map *m);

#endif
