#ifndef CIVIC_STEM_WALK_H
#define CIVIC_STEM_WALK_H

/*
 * The walk down a tree of stems along a text of classes, and the stems found
 * on it, each once in a text.
 */

#include <stddef.h>
#include <stdint.h>

#include "civic/stem.h"

/*
 * A word that a gap passed over: from where, to its end, and the next word.
 * Phrases that begin in one word need as many at a time as they have words;
 * without them a text of one word would be read to its end from each place.
 */
struct stem_word {
	size_t from, end, next;
};

/* All zeros is not ready yet. */
struct stem_walk {
	const uint32_t *tree;
	const uint8_t *text;
	uint32_t none;		/* the number of stems */
	uint32_t *found;	/* stems, as they are in the text */
	size_t founds;
	uint32_t *first, *last;	/* of each stem found, where it was first */

	/* The rest is for stem_walk.c alone. */
	uint32_t *round, now;
	struct stem_word word[STEM_WORDS];
	unsigned words;		/* how many ever; the newest takes turns */
};

/* Make ready for a tree, which stays the caller's. */
void stem_walk_open(struct stem_walk *w, const uint32_t *tree, size_t stems);

/* A new text, in which nothing is found yet. */
void stem_walk_begin(struct stem_walk *w, const uint8_t *text);

/*
 * Find the stems that begin at `first`, from the node to which
 * the classes before `at`, of which there is one at least, have led.
 */
void stem_walk_from(struct stem_walk *w, size_t first, size_t at,
    size_t place);

/*
 * What a walk finds that reads no class from `most` on: the one stem; or
 * w->none; or STEM_WALK_OPEN where that is not all that can be found.
 */
#define STEM_WALK_OPEN UINT32_MAX
uint32_t stem_walk_ahead(const struct stem_walk *w, const uint8_t *text,
    size_t at, size_t most, size_t place);

/* Add stems so found, or w->none, for which nothing is done. */
void stem_walk_add(struct stem_walk *w, const uint32_t *stem, size_t count);

void stem_walk_free(struct stem_walk *w);

#endif
