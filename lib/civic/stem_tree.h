#ifndef CIVIC_STEM_TREE_H
#define CIVIC_STEM_TREE_H

/*
 * Stems as paths of classes from the root of a tree: a STEM_TREE_BOUNDARY
 * first where the stem begins a word and last where it ends one, and between
 * two words that, or a STEM_TREE_GAP, which passes over a word's rest.
 */

#include <stddef.h>
#include <stdint.h>

#include "civic/letters.h"

enum { STEM_TREE_BOUNDARY = LETTERS_BOUNDARY, STEM_TREE_GAP = LETTERS_NONE };

struct stem_path {
	const uint8_t *class;
	uint32_t count;		/* of classes; one at least */
	uint32_t stem;
};

/*
 * The tree as words: for each node one with its CHILDREN; then the number of
 * its stem, if one ENDS there; then the place of the node after the GAP, if
 * it has one.  An only child's class is in the first word, and the child
 * follows; of several each has a word, class << 24 | place, in the classes'
 * order.  The root is 0.
 */
enum {
	STEM_TREE_CHILDREN = 8,	/* shift; below it the only one's class */
	STEM_TREE_ENDS = 1 << 30,
	STEM_TREE_GAPS = 1 << 29,
	STEM_TREE_PLACE = (1 << 24) - 1,
};

/*
 * Put the paths, of which no two are the same, in order: those that begin
 * with a boundary first.
 */
void stem_tree_sort(struct stem_path *path, size_t count);

/* The tree of paths in order, to be freed.  Too many classes die. */
uint32_t *stem_tree_write(const struct stem_path *path, size_t count);

/* The node that a class leads to from one at a place, or 0. */
size_t stem_tree_next(const uint32_t *tree, size_t place, unsigned class);

#endif
