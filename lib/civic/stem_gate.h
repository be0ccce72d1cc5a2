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

/* All zeros lets nothing pass and cannot be asked yet. */
struct stem_gate {
	struct stem_gate_filter *filter;
	struct stem_jump *jump;
	size_t jumps;
	int jumpbits;
};

/* Let the stems pass that go on from a node, whose tree has been written. */
void stem_gate_build(struct stem_gate *g, const struct stem_tree *t,
    uint32_t node);

/*
 * Of n places in a text those that may pass, in their order: returns how
 * many.  STEM_GATE_KEY bytes can be read from each.  With `from` NULL the
 * places are 0 to n - 1.  `to` has room for n and may be `from`.
 */
size_t stem_gate_pick(const struct stem_gate *g, const uint8_t *text,
    const uint32_t *from, size_t n, uint32_t *to);

/*
 * Where in the tree's code to go on from the text at a place that was picked,
 * having passed over *depth classes; 0: no stem begins there after all.
 */
uint32_t stem_gate_place(const struct stem_gate *g, const uint8_t *text,
    size_t *depth);

void stem_gate_free(struct stem_gate *g);

#endif
