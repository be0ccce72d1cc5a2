#ifndef CIVIC_STEM_GATE_H
#define CIVIC_STEM_GATE_H

/*
 * A gate in front of stems: tells of many places in a text the few at which
 * a stem can begin, and where in their tree to go on from there.  What it
 * lets pass nearly always is a stem, or the beginning of one.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "civic/stem_tree.h"

enum { STEM_GATE_KEY = 8 };	/* classes looked at */

/* All zeros cannot be asked yet. */
struct stem_gate {
	struct stem_gate_filter *filter;
	struct stem_jump *jump;
	int jumpbits;
};

/*
 * Let the stems of these paths pass, one at least, and ask for what stands
 * from one of their classes on; those before it are the same in all.
 */
void stem_gate_build(struct stem_gate *g, const uint32_t *tree,
    const struct stem_path *path, size_t count, size_t from);

/*
 * Of n places in a text those that may pass, in their order: returns how
 * many.  STEM_GATE_KEY bytes can be read from each.  With `from` NULL the
 * places are 0 to n - 1.  `to` has room for n and may be `from`.
 */
size_t stem_gate_pick(const struct stem_gate *g, const uint8_t *text,
    const uint32_t *from, size_t n, uint32_t *to);

/*
 * The node of the tree to go on from with the text at a place, after *depth
 * classes of it; 0: no stem begins there.
 */
uint32_t stem_gate_node(const struct stem_gate *g, const uint8_t *text,
    size_t *depth);

void stem_gate_free(struct stem_gate *g);

#endif
