#ifndef CIVIC_SCORE_STABLE_H
#define CIVIC_SCORE_STABLE_H

/*
 * How firmly applications stand where they do: what ranks they would have
 * had if other experts like these had marked them.
 *
 * The experts are drawn again and again with replacement (Efron 1979), as
 * score_result_sample does it, and the applications are ranked each time by
 * the same rubric, with its ties.
 */

#include "civic/score_result.h"

struct score_stable {
	uint32_t samples;
	uint64_t seed;
	const uint32_t *first;	/* numbers of applications to be chosen */
	size_t firsts;

	/* Made by score_stable_find, for each application, if it is scored:
	 * in how many samples its rank is among the first[i], at
	 * within[a * firsts + i]; and between which ranks it is in 95 of 100
	 * samples: samples / 40, rounded down, are beyond each. */
	uint32_t *within, *low, *high;
};

/*
 * In the memory of the score, whose results have been found.  False, and
 * *application says which, if numbers would not fit in 63 bits.
 */
bool score_stable_find(struct score_stable *t, struct score *s,
    size_t *application);

#endif
