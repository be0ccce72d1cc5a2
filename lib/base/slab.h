#ifndef BASE_SLAB_H
#define BASE_SLAB_H

/*
 * Memory for large tables that are looked up at random: an arena whose
 * pieces grow to megabytes and lie in huge pages where the system has them,
 * which saves most of the cost of a look-up.  A slab of all zeros is empty
 * and ready.  Running out of memory dies.
 */

#include <stddef.h>

struct slab {
	struct slab_piece *top;
	size_t piece;		/* bytes of the last one */
};

/* Zeroed, aligned to 64 bytes, never NULL. */
void *slab_alloc(struct slab *s, size_t size);

/* The same for count things of a size; dies if the product overflows. */
void *slab_array(struct slab *s, size_t count, size_t size);

/* Free everything; the slab is empty and ready again. */
void slab_free(struct slab *s);

#endif
