#ifndef BASE_ARENA_H
#define BASE_ARENA_H

/*
 * Memory that is freed all at once.  A program has at most two: one for
 * the run, never reset, and one for the record in hand, reset after it.
 * An arena of all zeros is empty and ready.  Running out of memory dies.
 */

#include <stddef.h>

#include "base/str.h"

struct arena {
	struct block *top;
};

/* Zeroed, aligned for any type, never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/* The same for count things of a size; dies if the product overflows. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* A copy that lives as long as the arena; arena_string's ends in NUL. */
struct str arena_copy(struct arena *a, struct str s);
char *arena_string(struct arena *a, struct str s);

/* Free everything; the arena is empty and ready again. */
void arena_reset(struct arena *a);

#endif
