#ifndef BASE_HUGE_H
#define BASE_HUGE_H

/*
 * Memory for tables that are larger than the caches and are read at random:
 * zeroed, and in large pages where the system has them, because with small
 * ones the processor looks up nearly every address anew.
 */

#include <stddef.h>

/* count things of a size.  Never NULL: dies when memory is out. */
void *huge_alloc(size_t count, size_t size);

/* The count and the size as they were asked for; p may be NULL. */
void huge_free(void *p, size_t count, size_t size);

#endif
