#ifndef BASE_FOREST_H
#define BASE_FOREST_H

/*
 * Which things hang together: each has a parent, at first itself, and those
 * of one tree are of one part.
 */

#include <stddef.h>
#include <stdint.h>

/* Each thing is a tree of its own. */
void forest_plant(uint32_t *parent, size_t count);

/* The thing at the root, the same for all of a tree. */
uint32_t forest_root(uint32_t *parent, uint32_t thing);

/* Make one tree of two. */
void forest_join(uint32_t *parent, uint32_t a, uint32_t b);

#endif
