#ifndef BASE_KEYS_H
#define BASE_KEYS_H

/*
 * A dictionary of 64-bit keys other than 0: to dense numbers 0, 1, 2 ... in
 * the order of their first coming.  What belongs to a key is kept by the
 * caller in an array under its number.  All zeros is empty and ready.
 * Running out of memory dies.
 */

#include <stddef.h>
#include <stdint.h>

#define KEYS_NONE UINT32_MAX

struct keys {
	uint32_t count;		/* keys in it */
	uint64_t *key;		/* by their numbers */

	/* The rest is for keys.c alone. */
	size_t room;
	struct keys_slot *slot;
	unsigned bits;
};

/* The number of a key, which is added if it is new (number == old count). */
uint32_t keys_add(struct keys *k, uint64_t key);

/* The number of a key, or KEYS_NONE. */
uint32_t keys_find(const struct keys *k, uint64_t key);

void keys_free(struct keys *k);

#endif
