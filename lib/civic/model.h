#ifndef CIVIC_MODEL_H
#define CIVIC_MODEL_H

/*
 * Which body texts of such words went to before: multinomial naive Bayes.
 *
 * A body has points before any word, by its share of the texts; points for
 * each word of a text that the model knows, all the same, which are below 0;
 * and points for those of its own words, as often as they stand in the text.
 * Most points win; among equals the body that comes first.
 *
 * The words of a text are not independent, as the sum pretends, so that the
 * likelihoods of a long text are far too sure.  For the share that is called
 * confidence a text therefore weighs no more than `heard` words.
 *
 * Points are those of civic/evidence.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/keys.h"
#include "base/str.h"
#include "civic/evidence.h"
#include "civic/words.h"

#define MODEL_NONE ((size_t)-1)

enum { MODEL_POINTS_MAX = 1000000 };	/* either way, of anything */

struct model_body {
	struct str code;
	int64_t prior, each;
	uint64_t texts, words;	/* that it was learnt from */
};

/* What a word says for a body. */
struct model_pair {
	uint32_t word, body;
	int32_t points;
	int32_t more;		/* points that it is likelier in the body's */
				/* texts than in all; nothing hangs on it */
	uint32_t count;		/* how often it was in the body's texts */
};

/* All zeros has nothing yet. */
struct model {
	unsigned letters;	/* of a word that count; 1 to WORDS_LETTERS */
	int64_t heard;		/* 1 or more */
	struct model_body *body;
	size_t bodies;
	struct keys words;
	struct model_pair *pair;
	size_t pairs;

	/* The rest is for model.c alone. */
	size_t lanes;		/* numbers in a row */
	int32_t *row;		/* of each word: points of each body */
	int32_t *some;		/* sums of some words; and of all */
	int64_t *sum;
	struct evidence evidence;
};

/* After all is filled in. */
void model_build(struct model *m);

struct model_answer {
	size_t body;
	size_t runner_up;	/* MODEL_NONE if there is one body */
	int64_t confidence, runner_up_confidence;	/* of 10000 */
	size_t known;		/* words that the model knows */
};

/* Judge by the words of a text, read with m->letters. */
struct model_answer model_judge(struct model *m, const struct words *w);

/*
 * What a word that a model knows said for one body rather than another: with
 * the difference of their priors, they add up to that of their points.
 */
int64_t model_word(const struct model *m, uint32_t word, size_t body,
    size_t other);

/* Free what model_build made; the rest is the caller's. */
void model_free(struct model *m);

#endif
