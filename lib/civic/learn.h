#ifndef CIVIC_LEARN_H
#define CIVIC_LEARN_H

/*
 * Learning a model from texts whose body is known, one after another: the
 * words of each body are counted.  Memory grows with the different words,
 * and with those of each body, not with the texts.
 *
 * A count of c, a body of t words in all and v different words anywhere have
 * the likelihood (c + 0.1) / (t + 0.1 v).  Words seen but once are left out.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/keys.h"
#include "base/map.h"
#include "base/str.h"
#include "civic/model.h"
#include "civic/words.h"

/* All zeros is empty and ready. */
struct learn {
	struct map bodies;
	uint64_t texts;

	/* The rest is for learn.c alone. */
	struct learn_body *body;
	size_t bodyroom;
	uint64_t total;		/* words of all texts */
	struct keys words, pairs;
	uint32_t *count;	/* of each word */
	uint32_t *pair;		/* of each pair */
	size_t wordroom, pairroom;
};

/* Learn from a text.  Words with letters not asked for tell nothing. */
void learn_text(struct learn *g, struct str body, const uint64_t *word,
    size_t words);

/*
 * What was learnt, from one text at least, with letters and heard as they
 * are in m: bodies in the order of their codes; words in the order of their
 * letters' classes; pairs by body, those that tell most first (more),
 * among equals in the order of their words.  All is of the arena but m->words;
 * the codes live as long as g.
 */
void learn_model(const struct learn *g, struct arena *a, struct model *m);

void learn_free(struct learn *g);

#endif
