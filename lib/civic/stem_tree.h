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

/* A node, by its number; 0 is the root, and no child. */
struct stem_node {
	uint32_t child, next;	/* its first child; its next sibling */
	uint32_t stem;		/* that ends there, + 1 */
	uint32_t at;		/* its place in the code */
	uint8_t class;		/* by which it is reached */
};

/*
 * The tree to be walked, as words: for each node one with its CHILDREN; then
 * the number of its stem, if one ENDS there; then the place of the node after
 * the GAP, if it has one.  An only child's class is in the first word, and
 * the child follows; of several each has a word, class << 24 | place.
 */
enum {
	STEM_TREE_CHILDREN = 8,	/* shift; below it the only one's class */
	STEM_TREE_ENDS = 1 << 30,
	STEM_TREE_GAPS = 1 << 29,
	STEM_TREE_PLACE = (1 << 24) - 1,
};

/* All zeros has no stem yet. */
struct stem_tree {
	struct stem_node *node;	/* until stem_tree_forget */
	size_t nodes, room;
	uint32_t *code;		/* from stem_tree_write on */
	size_t codes;
};

/* Go to the child that a class leads to, which is made if need be. */
uint32_t stem_tree_child(struct stem_tree *t, uint32_t node, uint8_t class);

/* The same if it is there; else 0. */
uint32_t stem_tree_find(const struct stem_tree *t, uint32_t node,
    uint8_t class);

/* Write the code, after the last stem; then forget the nodes. */
void stem_tree_write(struct stem_tree *t);
void stem_tree_forget(struct stem_tree *t);

void stem_tree_free(struct stem_tree *t);

#endif
